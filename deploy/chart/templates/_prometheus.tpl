{{/* Prometheus' configuration: the rules are the repository's, the targets are the pods that the headless Services name. */}}
{{- define "aspireml.prometheus" -}}
global:
  scrape_interval: 5s
  scrape_timeout: 4s
  evaluation_interval: 15s
rule_files:
  - rules/*.yml
alerting:
  alertmanagers:
    - static_configs:
        - targets: ["{{ include "aspireml.name" (dict "root" . "component" "alertmanager") }}:9093"]
scrape_configs:
  {{- range include "aspireml.scraped" . | fromYamlArray }}
  - job_name: {{ .job }}
    metrics_path: {{ .path }}
    dns_sd_configs:
      - names: ["{{ include "aspireml.name" (dict "root" $ "component" .job) }}-pods.{{ $.Release.Namespace }}.svc"]
        type: A
        port: {{ .port }}
        refresh_interval: 10s
  {{- end }}
{{- end }}
