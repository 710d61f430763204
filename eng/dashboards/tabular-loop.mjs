import { dashboard, lines, percentile, row, variable } from "./panels.mjs";

const api = `job="inference-api"`;
const model = `job="inference-api",aspireml_model_name=~"$model"`;
const watched = `job="monitoring-worker",aspireml_model_name=~"$model"`;
const trained = `job="retraining-worker",aspireml_model_name=~"$model"`;

export default dashboard({
  uid: "tabular-loop",
  title: "Tabular loop",
  description: "Readings answered, jobs done, drift seen, models retrained and promoted.",
  variables: [variable("model", "Model", "label_values(aspireml_tabular_predictions_total, aspireml_model_name)", "models")],
  panels: [
    row("Readings"),
    lines("Predictions per second", "reqps", "Rows that were predicted, by version: a swap shows as one line that takes over from another.", [
      ["{{aspireml_model_name}} {{aspireml_model_version}}", `sum by (aspireml_model_name, aspireml_model_version) (rate(aspireml_tabular_predictions_total{${model}}[$__rate_interval]))`],
    ]),
    lines("Time of a request's rows", "s", "Time of the rows of a request or job by stage, 95th percentile.",
      [["{{aspireml_stage}}", percentile(0.95, "aspireml_tabular_duration_seconds", model, "le, aspireml_stage")]]),
    lines("Values that training never saw", "short", "Values that were missing or outside the range of the training data, a second.", [
      ["missing", `sum(rate(aspireml_tabular_values_missing_total{${model}}[$__rate_interval])) or vector(0)`],
      ["out of range", `sum(rate(aspireml_tabular_values_out_of_range_total{${model}}[$__rate_interval])) or vector(0)`],
    ]),

    row("Queue"),
    lines("Jobs per second", "reqps", "Attempts at jobs by the status that the job had after them.",
      [["{{aspireml_job_status}}", `sum by (aspireml_job_status) (rate(aspireml_jobs_total{${api}}[$__rate_interval]))`]]),
    lines("Time of a job", "s", "Time of an attempt at a job.", [
      ["median", percentile(0.5, "aspireml_job_duration_seconds", api)],
      ["95 %", percentile(0.95, "aspireml_job_duration_seconds", api)],
    ]),
    lines("Open jobs and their wait", "short", "Jobs that have not ended, and how long the oldest has waited.", [
      ["{{aspireml_job_status}}", `max by (aspireml_job_status) (aspireml_jobs_open{${api}})`],
      ["longest wait, s", `max(aspireml_jobs_queue_age_seconds{${api}})`],
    ]),

    row("Watching"),
    lines("What the monitors measured", "short", "Figures of the monitors' last reports: drift of a column by a method, a check of quality, an error.",
      [["{{aspireml_figure_name}}", `max by (aspireml_figure_name) (aspireml_monitor_figure{${watched}})`]]),
    lines("Beyond the threshold", "short", "Figures of each monitor's last report that are beyond their threshold, and whether it gives cause for an alert.", [
      ["{{aspireml_monitor_name}}", `sum by (aspireml_monitor_name) (aspireml_monitor_figure_flagged{${watched}})`],
      ["{{aspireml_monitor_name}} gives alarm", `max by (aspireml_monitor_name) (aspireml_monitor_flagged{${watched}})`],
    ]),
    lines("Alerts", "short", "Alerts that are not resolved.",
      [["{{aspireml_monitor_kind}}, {{aspireml_alert_state}}", `max by (aspireml_monitor_kind, aspireml_alert_state) (aspireml_alerts_active{${watched}})`]]),

    row("Learning"),
    lines("Runs by decision", "short", "Training runs that ended, by what was decided and what had started them.", [
      ["{{aspireml_outcome}}, {{aspireml_training_trigger}}", `sum by (aspireml_outcome, aspireml_training_trigger) (aspireml_training_runs_total{${trained}})`],
    ]),
    lines("Error of new and old", "short", "RMSE on the held-out rows of the last run, of the new model and of the champion before it.",
      [["{{aspireml_training_role}}", `max by (aspireml_training_role) (aspireml_training_rmse{${trained}})`]]),
    lines("Time of a run", "s", "Mean time of an attempt of a training run since the worker started: too few for a rate.", [
      ["{{aspireml_model_name}}", `sum by (aspireml_model_name) (aspireml_training_duration_seconds_sum{${trained}}) / sum by (aspireml_model_name) (aspireml_training_duration_seconds_count{${trained}})`],
    ]),
  ],
});
