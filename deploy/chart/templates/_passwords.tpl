{{/* The Secret with a component's password: the one given by the user, else the chart's own. Takes root, component and values. */}}
{{- define "aspireml.password.secret" -}}
{{- default (include "aspireml.name" .) .values.existingSecret -}}
{{- end }}

{{- define "aspireml.password.ref" -}}
secretKeyRef: { name: {{ include "aspireml.password.secret" . }}, key: password }
{{- end }}

{{/* A password that is made once: upgrades read it from the cluster, and as volumes outlive an uninstallation, so does it. */}}
{{- define "aspireml.password" -}}
{{- $kept := lookup "v1" "Secret" .root.Release.Namespace (include "aspireml.name" .) -}}
apiVersion: v1
kind: Secret
metadata:
  {{- include "aspireml.metadata" . | nindent 2 }}
  annotations:
    helm.sh/resource-policy: keep
type: Opaque
data:
  password: {{ dig "data" "password" (randAlphaNum 32 | b64enc) ($kept | default dict) }}
{{- end }}
