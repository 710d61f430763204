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
  {{- with .Values.prometheus.kubelets }}
  {{- if .enabled }}
  - job_name: cadvisor
    scheme: https
    metrics_path: /metrics/cadvisor
    authorization: { credentials_file: /var/run/secrets/kubernetes.io/serviceaccount/token }
    tls_config: { ca_file: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt, insecure_skip_verify: {{ not .verifyCertificates }} }
    kubernetes_sd_configs:
      - role: node
    metric_relabel_configs:
      # Of the node only what runs here.
      - source_labels: [namespace]
        regex: {{ $.Release.Namespace }}
        action: keep
      # The dashboards show containers by name; the kubelet's are hashes.
      - source_labels: [pod, container]
        separator: /
        regex: (.+/.+)
        target_label: name
  {{- end }}
  {{- end }}
{{- end }}
