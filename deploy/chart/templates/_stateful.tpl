{{/* The head of a StatefulSet of one pod, down to its containers. Takes root, component, user and checksum, of the configuration that a change of must restart it for. */}}
{{- define "aspireml.stateful" -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  {{- include "aspireml.metadata" . | nindent 2 }}
spec:
  replicas: 1
  serviceName: {{ include "aspireml.name" . }}-pods
  selector:
    matchLabels:
      {{- include "aspireml.selector" . | nindent 6 }}
  volumeClaimTemplates:
    {{- include "aspireml.claims" .values | nindent 4 }}
  template:
    metadata:
      labels:
        {{- include "aspireml.labels" . | nindent 8 }}
      {{- with .checksum }}
      annotations:
        checksum/configuration: {{ . }}
      {{- end }}
    spec:
      {{- include "aspireml.pod" . | nindent 6 }}
      terminationGracePeriodSeconds: 60
{{- end }}
