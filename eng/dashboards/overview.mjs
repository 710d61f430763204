import { bad, dashboard, figures, lines, row } from "./panels.mjs";

const monitor = "aspireml_model_name, aspireml_monitor_kind, aspireml_monitor_name";

export default dashboard({
  uid: "overview",
  title: "Overview",
  description: "Whether all is well: services, requests, answers, alerts, monitors and training. The links lead to what lies behind.",
  panels: [
    row("Now"),
    figures("Services", "none", "Whether each process answers Prometheus.",
      [["{{job}} {{instance}}", `up{job!~"queue|minio|cadvisor|.+-exporter"}`]],
      { width: 12, steps: bad.below(1), words: { 0: "down", 1: "up" } }),
    figures("Alerts that fire", "none", "Alerts of Prometheus' rules; docs/alerts.md says what to do.",
      [["alerts", `sum(ALERTS{alertstate="firing"}) or vector(0)`]], { steps: bad.above(1) }),
    figures("Monitors that are flagged", "none", "Monitors of models whose last report gives cause for an alert.",
      [["monitors", `sum(max by (${monitor}) (aspireml_monitor_flagged)) or vector(0)`]], { steps: bad.above(1) }),
    figures("Since the last training", "s", "Time since an attempt of a training run ended, by model, within thirty days.",
      [["{{aspireml_model_name}}", "time() - max by (aspireml_model_name) (last_over_time(aspireml_training_last_run_timestamp_seconds[30d]))"]]),

    row("Requests"),
    lines("Requests per second", "reqps", "Requests by service, without probes and scrapes.", [["{{job}}", "job:http_server_requests:rate5m"]]),
    lines("Share of failed requests", "percentunit", "Requests that were answered with a status of 500 or above.", [["{{job}}", "job:http_server_request_errors:ratio_rate5m"]]),
    lines("Time of a request", "s", "Time of requests by service: the median, and what 95 and 99 of a hundred stay below.", [
      ["{{job}} median", "job:http_server_request_duration_seconds:p50_5m"],
      ["{{job}} 95 %", "job:http_server_request_duration_seconds:p95_5m"],
      ["{{job}} 99 %", "job:http_server_request_duration_seconds:p99_5m"],
    ]),

    row("Answers"),
    lines("Answers per second", "reqps", "Documents, rows and images that were answered, by kind.", [["{{kind}}", "sum by (kind) (kind_model:aspireml_inference:rate5m)"]], { stacked: true }),
    lines("Time of an answer", "s", "Time of the work on a document, on a request's rows, on an image, by model: what 95 of a hundred stay below.",
      [["{{kind}} {{aspireml_model_name}}", "kind_model:aspireml_inference_duration_seconds:p95_5m"]]),
    lines("Jobs that wait", "short", "Jobs that no worker has taken, and how long the oldest has waited.", [
      ["jobs", "aspireml:jobs_backlog:max"],
      ["longest wait, s", "aspireml:jobs_queue_age_seconds:max"],
    ]),

    row("Models"),
    lines("Flags", "short", "1 while a monitor's last report gives cause for an alert.",
      [["{{aspireml_monitor_name}} of {{aspireml_model_name}}", `max by (${monitor}) (aspireml_monitor_flagged)`]]),
    lines("Alerts about models", "short", "Alerts of monitors that are not resolved.",
      [["{{aspireml_model_name}} {{aspireml_alert_state}}", "max by (aspireml_model_name, aspireml_alert_state) (aspireml_alerts_active)"]]),
    lines("Training runs", "short", "Attempts since the workers started, by how they ended.",
      [["{{aspireml_model_name}} {{aspireml_outcome}}", "sum by (aspireml_model_name, aspireml_outcome) (aspireml_training_runs_total)"]]),
  ],
});
