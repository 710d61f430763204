{{/* What Prometheus scrapes: a job for each component, its port and its path. Takes the root. */}}
{{- define "aspireml.scraped" -}}
{{- range list "inference-api" "monitoring-worker" "retraining-worker" "frontend" }}
- { job: {{ . }}, port: 8080, path: /metrics }
{{- end }}
{{- if .Values.postgres.enabled }}
- { job: postgres-exporter, port: 9187, path: /metrics }
{{- end }}
{{- if .Values.queue.enabled }}
- { job: queue, port: 15692, path: /metrics }
{{- end }}
{{- if .Values.minio.enabled }}
- { job: minio, port: 9000, path: /minio/v2/metrics/cluster }
{{- end }}
{{- end }}
