import { dashboard, lines, percentile, row, variable } from "./panels.mjs";

const api = `job="inference-api"`;
const model = `job="inference-api",aspireml_model_name=~"$model"`;
const watched = `job="monitoring-worker",aspireml_model_name=~"$model"`;
const trained = `job="retraining-worker",aspireml_model_name=~"$model"`;

export default dashboard({
  uid: "image-classification",
  title: "Image classification",
  description: "Images classified, how they look to the model, and what people and monitors say of it.",
  variables: [variable("model", "Model", "label_values(aspireml_image_classifications_total, aspireml_model_name)", "models")],
  panels: [
    row("Requests"),
    lines("Requests per second", "reqps", "Requests and jobs about images by endpoint and by what became of them.", [
      ["{{aspireml_endpoint}} {{aspireml_outcome}}", `sum by (aspireml_endpoint, aspireml_outcome) (rate(aspireml_image_requests_total{${api}}[$__rate_interval]))`],
    ]),
    lines("Time of a request", "s", "Median and 95th percentile of a request or job, with its upload and the wait for a worker.", [
      ["{{aspireml_endpoint}} median", percentile(0.5, "aspireml_image_request_duration_seconds", api, "le, aspireml_endpoint")],
      ["{{aspireml_endpoint}} 95th percentile", percentile(0.95, "aspireml_image_request_duration_seconds", api, "le, aspireml_endpoint")],
    ]),
    lines("Images that could not be read", "short", "Images a second that are none, are damaged, or are beyond a bound.",
      [["refused", `sum(rate(aspireml_image_refused_total{${model}}[$__rate_interval])) or vector(0)`]]),

    row("Model"),
    lines("Images per second", "short", "Images that were classified, by version: a swap shows as one line that takes over from another.", [
      ["{{aspireml_model_name}} {{aspireml_model_version}}", `sum by (aspireml_model_name, aspireml_model_version) (rate(aspireml_image_classifications_total{${model}}[$__rate_interval]))`],
    ]),
    lines("Time of an image", "s", "95th percentile of the time of an image by stage.",
      [["{{aspireml_stage}}", percentile(0.95, "aspireml_image_duration_seconds", model, "le, aspireml_stage")]]),
    lines("Confidence", "percentunit", "Tenth percentile and median of the probability of the most probable label; both fall when images are unlike those of the training.", [
      ["10th percentile", percentile(0.1, "aspireml_image_confidence", model)],
      ["median", percentile(0.5, "aspireml_image_confidence", model)],
    ], { max: 1 }),

    row("Watching"),
    lines("How images look to the model", "short", "p-values and figures of the last report of embedding drift, by space and measure.", [
      ["{{aspireml_figure_name}} {{aspireml_figure_measure}}", `max by (aspireml_figure_name, aspireml_figure_measure) (aspireml_monitor_figure{${watched},aspireml_monitor_kind="embedding-drift"})`],
    ]),
    lines("Figures beyond their threshold", "short", "How many figures of the last report give cause for an alert, and whether the report does.", [
      ["{{aspireml_monitor_name}} figures", `sum by (aspireml_monitor_name) (aspireml_monitor_figure_flagged{${watched},aspireml_monitor_kind="embedding-drift"})`],
      ["{{aspireml_monitor_name}} report", `max by (aspireml_monitor_name) (aspireml_monitor_flagged{${watched},aspireml_monitor_kind="embedding-drift"})`],
    ]),
    lines("Alerts about images", "short", "Alerts that are not resolved.", [
      ["{{aspireml_alert_state}}", `max by (aspireml_alert_state) (aspireml_alerts_active{${watched},aspireml_monitor_kind="embedding-drift"}) or vector(0)`],
    ]),

    row("People and learning"),
    lines("People's verdicts", "short", "Verdicts on answers a minute.",
      [["{{aspireml_verdict}}", `60 * sum by (aspireml_verdict) (rate(aspireml_feedback_total{${model}}[$__rate_interval]))`]]),
    lines("Runs of the classifier", "short", "Training runs by what came of them.", [
      ["{{aspireml_outcome}} {{aspireml_training_trigger}}", `sum by (aspireml_outcome, aspireml_training_trigger) (aspireml_training_runs_total{${trained}})`],
    ]),
    lines("Age of the last look", "s", "Time since a monitor of images ran last.", [
      ["{{aspireml_monitor_name}}", `time() - max by (aspireml_monitor_name) (aspireml_monitor_last_run_timestamp_seconds{${watched},aspireml_monitor_kind="embedding-drift"})`],
    ]),
  ],
});
