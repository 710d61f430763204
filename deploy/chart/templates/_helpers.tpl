{{/* The prefix of every object: the release, and the chart where the release does not name it. */}}
{{- define "aspireml.fullname" -}}
{{- $chart := default .Chart.Name .Values.nameOverride -}}
{{- $full := ternary .Release.Name (printf "%s-%s" .Release.Name $chart) (contains $chart .Release.Name) -}}
{{- default $full .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- end }}

{{/* The name of a component's objects. Takes root and component, as all that follow. */}}
{{- define "aspireml.name" -}}
{{ include "aspireml.fullname" .root }}-{{ .component }}
{{- end }}

{{- define "aspireml.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "aspireml.labels" -}}
{{ include "aspireml.selector" . }}
app.kubernetes.io/part-of: aspireml
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "aspireml.metadata" -}}
name: {{ include "aspireml.name" . }}
labels:
  {{- include "aspireml.labels" . | nindent 2 }}
{{- end }}

{{/* The image of one of the product's own services. */}}
{{- define "aspireml.image" -}}
{{- $image := .root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end }}{{ $image.repository }}/{{ .component }}:{{ default .root.Chart.AppVersion $image.tag }}
{{- end }}
