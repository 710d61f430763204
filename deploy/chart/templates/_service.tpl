{{/*
A Deployment of one of the product's services. Takes root, component, values; servers: whether it uses them; documents: whether it records or reads answers or jobs; calls: the services
that it calls; env: variables of its own; autoscaled; drop: the claim of the folder that files are dropped in.
*/}}
{{- define "aspireml.deployment" -}}
{{- $values := .values -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "aspireml.metadata" . | nindent 2 }}
spec:
  {{- if not .autoscaled }}
  replicas: {{ $values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  strategy:
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }
  selector:
    matchLabels:
      {{- include "aspireml.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "aspireml.labels" . | nindent 8 }}
    spec:
      # 1654 is the account app of .NET's images.
      {{- include "aspireml.pod" (merge (dict "user" 1654) .) | nindent 6 }}
      # What is under way may take 30 s to end, after the 5 s in which the last requests still arrive.
      terminationGracePeriodSeconds: 45
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "aspireml.selector" . | nindent 14 }}
      {{- with $values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $values.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .component }}
          image: {{ include "aspireml.image" . }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          {{- include "aspireml.container.security" . | nindent 10 }}
          ports:
            - { name: http, containerPort: 8080, protocol: TCP }
          env:
            {{- include "aspireml.env" . | nindent 12 }}
          startupProbe:
            httpGet: { path: /alive, port: http }
            periodSeconds: 2
            failureThreshold: 60
          livenessProbe:
            httpGet: { path: /alive, port: http }
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          readinessProbe:
            httpGet: { path: /ready, port: http }
            periodSeconds: 5
            timeoutSeconds: 5
          lifecycle:
            preStop: { sleep: { seconds: 5 } }
          resources:
            {{- toYaml $values.resources | nindent 12 }}
          volumeMounts:
            - { name: scratch, mountPath: /tmp }
            {{- if .drop }}
            - { name: drop, mountPath: /drop }
            {{- end }}
      volumes:
        - name: scratch
          emptyDir: { sizeLimit: {{ $values.scratch | default "1Gi" }} }
        {{- with .drop }}
        - name: drop
          persistentVolumeClaim: { claimName: {{ . }} }
        {{- end }}
{{- end }}

{{- define "aspireml.env" -}}
{{- $root := .root -}}
{{- $plain := dict
  "HOME" "/tmp"
  "HTTP_PORTS" "8080"
  "ASPNETCORE_FORWARDEDHEADERS_ENABLED" "true"
  "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY" "in_memory" -}}
{{- range .calls -}}
{{- $url := printf "http://%s:8080" (include "aspireml.name" (dict "root" $root "component" .)) -}}
{{- $_ := set $plain (printf "services__%s__http__0" .) $url -}}
{{- $_ := set $plain (printf "%s_HTTP" (. | replace "-" "_" | upper)) $url -}}
{{- end -}}
{{- if .servers }}
{{- include "aspireml.database" $root }}
{{- with include "aspireml.queue" $root }}
{{ . }}
{{- end }}
{{ include "aspireml.objects" $root }}
{{- end }}
{{- if .documents }}
{{- with include "aspireml.documents" $root }}
{{ . }}
{{- end }}
{{- end }}
{{- range $name, $value := mergeOverwrite $plain (.env | default dict) $root.Values.env .values.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
