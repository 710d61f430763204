{{/* Who may call whom: to a component, at these ports, from these components and from the peers that the values name. Takes the root. */}}
{{- define "aspireml.network" -}}
{{- $users := list "inference-api" "monitoring-worker" "retraining-worker" -}}
{{- $policy := .Values.networkPolicy -}}
- to: frontend
  rules:
    - { ports: [http], from: [prometheus] }
    - { ports: [http], peers: {{ toJson $policy.frontendFrom }}, everybody: {{ empty $policy.frontendFrom }} }
- to: inference-api
  rules:
    - { ports: [http], from: [frontend, monitoring-worker, retraining-worker, prometheus], peers: {{ toJson $policy.inferenceFrom }} }
- to: monitoring-worker
  rules:
    - { ports: [http], from: [frontend, retraining-worker, prometheus] }
- to: retraining-worker
  rules:
    - { ports: [http], from: [frontend, prometheus] }
{{- if .Values.postgres.enabled }}
- to: postgres
  rules:
    - { ports: [tcp], from: {{ append $users "postgres-exporter" | toJson }} }
- to: postgres-exporter
  rules:
    - { ports: [http], from: [prometheus] }
{{- end }}
{{- if .Values.mongo.enabled }}
- to: mongo
  rules:
    - { ports: [tcp], from: [inference-api, monitoring-worker] }
{{- end }}
{{- if .Values.queue.enabled }}
- to: queue
  rules:
    - { ports: [tcp], from: {{ toJson $users }} }
    - { ports: [metrics], from: [prometheus] }
{{- end }}
{{- if .Values.minio.enabled }}
- to: minio
  rules:
    - { ports: [http], from: {{ append $users "prometheus" | toJson }} }
{{- end }}
{{- if .Values.prometheus.enabled }}
- to: prometheus
  rules:
    - { ports: [http], from: [grafana], peers: {{ toJson $policy.prometheusFrom }} }
- to: alertmanager
  rules:
    - { ports: [http], from: [prometheus, grafana] }
- to: grafana
  rules:
    - { ports: [http], peers: {{ toJson $policy.grafanaFrom }} }
{{- end }}
{{- end }}
