import { bad, dashboard, figures, lines, percentile, row, variable } from "./panels.mjs";

const jobs = `{job="inference-api"}`;
const service = `aspireml_service=~"$service"`;
const rate = (metric, by) => `sum by (${by}) (rate(${metric}[$__rate_interval]))`;

export default dashboard({
  uid: "queue-and-jobs",
  title: "Queue and jobs",
  description: "What waits, how fast it is done, what fails, and how the broker is.",
  variables: [variable("service", "Service", "label_values(aspireml_jobs_total, aspireml_service)")],
  panels: [
    row("Now"),
    figures("Waiting", "none", "Jobs that no worker has taken.", [["jobs", "aspireml:jobs_backlog:max"]], { width: 6 }),
    figures("Running", "none", "Jobs that workers are busy with.", [["jobs", `aspireml:jobs_open:max{aspireml_job_status="running"}`]], { width: 6 }),
    figures("Longest wait", "s", "How long the job has waited that has waited longest; an alert fires after five minutes.",
      [["wait", "aspireml:jobs_queue_age_seconds:max"]], { width: 6, steps: bad.above(300) }),
    figures("Dead letters", "none", "Messages that nobody could handle.", [["messages", "aspireml:jobs_dead_letters:max"]], { width: 6, steps: bad.above(1) }),

    row("Jobs"),
    lines("Open jobs", "short", "Jobs that have not ended, by state.", [["{{aspireml_job_status}}", "aspireml:jobs_open:max"]], { stacked: true }),
    lines("Age of the oldest", "s", "How long the job has waited that has waited longest.", [["wait", "aspireml:jobs_queue_age_seconds:max"]]),
    lines("Attempts per second", "reqps", "Attempts at jobs by the state that the job had after them.",
      [["{{aspireml_job_status}}", rate(`aspireml_jobs_total{${service}}`, "aspireml_job_status")]], { stacked: true }),
    lines("Finished per second by service", "reqps", "Jobs that were finished, by the service that they were sent to.",
      [["{{aspireml_service}}", rate(`aspireml_jobs_total{aspireml_job_status="finished", ${service}}`, "aspireml_service")]]),
    lines("Not finished per minute by service", "short", "Attempts that failed, were cancelled or are tried again.",
      [["{{aspireml_service}} {{aspireml_job_status}}", `60 * ${rate(`aspireml_jobs_total{aspireml_job_status!="finished", ${service}}`, "aspireml_service, aspireml_job_status")}`]]),
    lines("Time of a job", "s", "Time of an attempt by service: the median, and what 95 of a hundred stay below over five minutes.", [
      ["{{aspireml_service}} median", percentile(0.5, "aspireml_job_duration_seconds", service, "aspireml_service, le")],
      ["{{aspireml_service}} 95 %", `service:aspireml_job_duration_seconds:p95_5m{${service}}`],
    ]),
    lines("Wait of a job", "s", "Time from a job's record to its first attempt: what 95 of a hundred stay below over five minutes.",
      [["{{aspireml_service}}", `service:aspireml_job_wait_duration_seconds:p95_5m{${service}}`]]),
    lines("Dead letters over time", "short", "Messages that nobody could handle, until somebody takes them.", [["messages", "aspireml:jobs_dead_letters:max"]]),
    lines("Captures that wait", "short", "Captured inferences that are still to be stored, of all processes.", [["captures", `sum(aspireml_captures_pending${jobs})`]]),

    row("Workers"),
    lines("Requests that wait for a worker", "short", "Requests in the queue of each process, and how many it may hold.", [
      ["{{instance}} waiting", `aspireml_inference_queue_depth${jobs}`],
      ["{{instance}} at most", `aspireml_inference_queue_capacity${jobs}`],
    ]),
    lines("Busy workers", "percentunit", "Share of the workers that answer at the moment.",
      [["{{instance}}", `aspireml_inference_active${jobs} / aspireml_inference_workers${jobs}`]], { max: 1 }),
    lines("Turned away per minute", "short", "Requests answered with 429 because the queue was full.",
      [["requests", `60 * sum(rate(aspireml_inference_rejected_total${jobs}[$__rate_interval]))`]]),

    row("RabbitMQ"),
    lines("Messages", "short", "Messages of all queues: ready for a consumer, and delivered but not yet acknowledged.", [
      ["ready", "sum(rabbitmq_queue_messages_ready)"],
      ["not acknowledged", "sum(rabbitmq_queue_messages_unacked)"],
    ], { stacked: true }),
    lines("Messages per second", "short", "Messages that came, went out, were acknowledged and were delivered again.", [
      ["received", "sum(rate(rabbitmq_global_messages_received_total[$__rate_interval]))"],
      ["delivered", "sum(rate(rabbitmq_global_messages_delivered_total[$__rate_interval]))"],
      ["acknowledged", "sum(rate(rabbitmq_global_messages_acknowledged_total[$__rate_interval]))"],
      ["delivered again", "sum(rate(rabbitmq_global_messages_redelivered_total[$__rate_interval]))"],
    ]),
    lines("Clients", "short", "Connections, channels, consumers and queues.", [
      ["connections", "sum(rabbitmq_connections)"],
      ["channels", "sum(rabbitmq_channels)"],
      ["consumers", "sum(rabbitmq_consumers)"],
      ["queues", "sum(rabbitmq_queues)"],
    ]),
    lines("Memory of RabbitMQ", "bytes", "Memory in use, and where it stops taking messages.", [
      ["{{instance}} used", "rabbitmq_process_resident_memory_bytes"],
      ["{{instance}} limit", "rabbitmq_resident_memory_limit_bytes"],
    ], { width: 12 }),
    lines("Disk of RabbitMQ", "bytes", "Space that is left, and where it stops taking messages.", [
      ["{{instance}} left", "rabbitmq_disk_space_available_bytes"],
      ["{{instance}} limit", "rabbitmq_disk_space_available_limit_bytes"],
    ], { width: 12 }),
  ],
});
