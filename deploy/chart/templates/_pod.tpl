{{/* What every pod has. Takes root, component and user, the number of the account that it runs under. */}}
{{- define "aspireml.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .user }}
  runAsGroup: {{ .user }}
  fsGroup: {{ .user }}
  # Otherwise every start would change the owner of every file of a large volume.
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
{{- end }}

{{/* What every container has. */}}
{{- define "aspireml.container.security" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}

{{/* The volume of a StatefulSet. Takes a values object with storage. */}}
{{- define "aspireml.claims" -}}
- metadata:
    name: data
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .storage.className }}
    storageClassName: {{ . }}
    {{- end }}
    resources:
      requests: { storage: {{ .storage.size }} }
{{- end }}

{{/* A component's Services: one for those who call it, and one that names each pod, ready or not, for its StatefulSet and for scraping. Takes ports, name to number. */}}
{{- define "aspireml.services" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "aspireml.metadata" . | nindent 2 }}
spec:
  selector:
    {{- include "aspireml.selector" . | nindent 4 }}
  ports:
    {{- include "aspireml.services.ports" . | nindent 4 }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ include "aspireml.name" . }}-pods
  labels:
    {{- include "aspireml.labels" . | nindent 4 }}
    aspireml/pods: "true"
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  selector:
    {{- include "aspireml.selector" . | nindent 4 }}
  ports:
    {{- include "aspireml.services.ports" . | nindent 4 }}
{{- end }}

{{- define "aspireml.services.ports" -}}
{{- range $name, $port := .ports }}
- { name: {{ $name }}, port: {{ $port }}, targetPort: {{ $name }}, protocol: TCP }
{{- end }}
{{- end }}

{{/* At most one pod of a component is taken away at a time. */}}
{{- define "aspireml.budget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "aspireml.metadata" . | nindent 2 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "aspireml.selector" . | nindent 6 }}
{{- end }}
