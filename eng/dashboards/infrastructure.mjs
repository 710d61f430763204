import { bad, dashboard, figures, lines, percentile, row, variable } from "./panels.mjs";

const jobs = `job=~"$service"`;
const rate = (metric, by) => `sum by (${by}) (rate(${metric}[$__rate_interval]))`;
const disks = `fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"`;

const processes = [
  row("Processes"),
  lines("Processor", "short", "Processors in use, by process.", [["{{job}} {{instance}}", rate(`dotnet_process_cpu_time_seconds_total{${jobs}}`, "job, instance")]]),
  lines("Memory", "bytes", "Physical memory of each process.", [["{{job}} {{instance}}", `dotnet_process_memory_working_set_bytes{${jobs}}`]]),
  lines("Managed heap", "bytes", "Memory of managed objects at the last collection, and what is committed for them.", [
    ["{{job}} {{instance}}", `sum by (job, instance) (dotnet_gc_last_collection_heap_size_bytes{${jobs}})`],
    ["{{job}} {{instance}} committed", `dotnet_gc_last_collection_memory_committed_size_bytes{${jobs}}`],
  ]),
  lines("Time in collections", "percentunit", "Share of the time that garbage collections paused the process.",
    [["{{job}} {{instance}}", rate(`dotnet_gc_pause_time_seconds_total{${jobs}}`, "job, instance")]]),
  lines("Collections per minute", "short", "Garbage collections by generation.",
    [["{{job}} {{gc_heap_generation}}", `60 * ${rate(`dotnet_gc_collections_total{${jobs}}`, "job, gc_heap_generation")}`]]),
  lines("Allocated", "Bps", "Bytes allocated on the managed heap a second.", [["{{job}}", rate(`dotnet_gc_heap_total_allocated_bytes_total{${jobs}}`, "job")]]),
  lines("Threads", "short", "Threads of the pool.", [["{{job}} {{instance}}", `dotnet_thread_pool_thread_count_total{${jobs}}`]]),
  lines("Work that waits for a thread", "short", "Work items in the queue of the thread pool.", [["{{job}} {{instance}}", `dotnet_thread_pool_queue_length_total{${jobs}}`]]),
  lines("Locks and exceptions per second", "short", "Times that a lock had to be waited for, and exceptions that were thrown.", [
    ["{{job}} locks", rate(`dotnet_monitor_lock_contentions_total{${jobs}}`, "job")],
    ["{{job}} exceptions", rate(`dotnet_exceptions_total{${jobs}}`, "job")],
  ]),
];

const connections = [
  row("Connections"),
  lines("Open connections", "short", "Connections of clients, and those that wait to be served.", [
    ["{{job}}", `sum by (job) (kestrel_active_connections{${jobs}})`],
    ["{{job}} waiting", `sum by (job) (kestrel_queued_connections{${jobs}})`],
  ]),
  lines("Connections per second", "short", "Connections that were closed, the same as were accepted while their number is steady.",
    [["{{job}}", rate(`kestrel_connection_duration_seconds_count{${jobs}}`, "job")]]),
  lines("Requests in progress", "short", "Requests that are being answered.", [["{{job}}", `sum by (job) (http_server_active_requests{${jobs}})`]]),
  lines("Pool of database connections", "short", "Connections to PostgreSQL by state, and how many each service may open.", [
    ["{{job}} {{db_client_connection_state}}", `sum by (job, db_client_connection_state) (db_client_connection_count{${jobs}})`],
    ["{{job}} at most", `sum by (job) (db_client_connection_max{${jobs}})`],
  ]),
  lines("Time of a database command", "s", "Time of commands to PostgreSQL as the services see it: the median, and what 95 of a hundred stay below.", [
    ["{{job}} median", percentile(0.5, "db_client_operation_duration_seconds", jobs, "job, le")],
    ["{{job}} 95 %", percentile(0.95, "db_client_operation_duration_seconds", jobs, "job, le")],
  ]),
  lines("Database commands per second", "reqps", "Commands to PostgreSQL.", [["{{job}}", rate(`db_client_operation_duration_seconds_count{${jobs}}`, "job")]]),
];

const postgres = [
  row("PostgreSQL"),
  figures("PostgreSQL answers", "none", "Whether it answers its exporter.", [["{{instance}}", "pg_up"]],
    { height: 8, steps: bad.below(1), words: { 0: "no", 1: "yes" } }),
  figures("Size of the databases", "bytes", "Space that each database takes.", [["{{datname}}", "pg_database_size_bytes"]], { height: 8 }),
  lines("Connections to PostgreSQL", "short", "Connections by state, and how many it allows.", [
    ["{{state}}", "sum by (state) (pg_stat_activity_count)"],
    ["at most", "max(pg_settings_max_connections)"],
  ]),
  lines("Transactions per second", "short", "Transactions that were committed and rolled back, by database.", [
    ["{{datname}} committed", rate("pg_stat_database_xact_commit", "datname")],
    ["{{datname}} rolled back", rate("pg_stat_database_xact_rollback", "datname")],
  ]),
  lines("Found in memory", "percentunit", "Share of blocks that PostgreSQL found in its cache.",
    [["{{datname}}", `${rate("pg_stat_database_blks_hit", "datname")} / (${rate("pg_stat_database_blks_hit", "datname")} + ${rate("pg_stat_database_blks_read", "datname")})`]], { max: 1 }),
  lines("Rows per second", "short", "Rows that were read, inserted, changed and deleted.", [
    ["read", "sum(rate(pg_stat_database_tup_fetched[$__rate_interval]))"],
    ["inserted", "sum(rate(pg_stat_database_tup_inserted[$__rate_interval]))"],
    ["changed", "sum(rate(pg_stat_database_tup_updated[$__rate_interval]))"],
    ["deleted", "sum(rate(pg_stat_database_tup_deleted[$__rate_interval]))"],
  ]),
  lines("Locks", "short", "Locks that are held by mode, and deadlocks a minute.", [
    ["{{mode}}", "sum by (mode) (pg_locks_count)"],
    ["deadlocks", "60 * sum(rate(pg_stat_database_deadlocks[$__rate_interval]))"],
  ]),
];

const broker = [
  row("RabbitMQ"),
  lines("Processes of RabbitMQ", "short", "Erlang processes in use.", [["{{instance}}", "rabbitmq_erlang_processes_used"]]),
  lines("Files of RabbitMQ", "percentunit", "Share of the file descriptors that are open.", [["{{instance}}", "rabbitmq_process_open_fds / rabbitmq_process_max_fds"]], { max: 1 }),
  lines("Connections to RabbitMQ", "short", "Connections that were opened and closed a second.", [
    ["opened", "sum(rate(rabbitmq_connections_opened_total[$__rate_interval]))"],
    ["closed", "sum(rate(rabbitmq_connections_closed_total[$__rate_interval]))"],
  ]),
];

const objects = [
  row("MinIO"),
  lines("Space for objects", "bytes", "Space that is left and in all.", [
    ["left", "sum(minio_cluster_capacity_usable_free_bytes)"],
    ["in all", "sum(minio_cluster_capacity_usable_total_bytes)"],
  ]),
  lines("Requests to MinIO per second", "reqps", "Requests by what they ask for, and those that failed.", [
    ["{{api}}", rate("minio_s3_requests_total", "api")],
    ["{{api}} failed", rate("minio_s3_requests_errors_total", "api")],
  ]),
  lines("Traffic of MinIO", "Bps", "Bytes received and sent.", [
    ["received", "sum(rate(minio_s3_traffic_received_bytes[$__rate_interval]))"],
    ["sent", "sum(rate(minio_s3_traffic_sent_bytes[$__rate_interval]))"],
  ]),
];

const containers = [
  row("Containers"),
  lines("Processor by container", "percentunit", "Processors in use.", [["{{name}}", rate(`container_cpu_usage_seconds_total{name!=""}`, "name")]]),
  lines("Memory by container", "bytes", "Memory of the processes.", [["{{name}}", `container_memory_rss{name!=""}`]], { stacked: true }),
  lines("Cache by container", "bytes", "Memory that caches files.", [["{{name}}", `container_memory_cache{name!=""}`]], { stacked: true }),
  lines("Network by container", "Bps", "Bytes received and sent.", [
    ["{{name}} received", rate(`container_network_receive_bytes_total{name!=""}`, "name")],
    ["{{name}} sent", rate(`container_network_transmit_bytes_total{name!=""}`, "name")],
  ]),
  lines("Disk by container", "bytes", "Space that is taken.", [["{{name}}", `sum by (name) (container_fs_usage_bytes{name!=""})`]]),
  lines("Age by container", "s", "Time since the container started; a drop is a restart.", [["{{name}}", `time() - container_start_time_seconds{name!=""}`]]),
];

const node = [
  row("Node"),
  lines("Processor of the node", "percentunit", "Share of the processors' time by what it is spent on.",
    [["{{instance}} {{mode}}", `avg by (instance, mode) (rate(node_cpu_seconds_total{mode!="idle"}[$__rate_interval]))`]], { stacked: true }),
  lines("Load", "short", "Processes that run or wait to run, over 1, 5 and 15 minutes, and the number of processors.", [
    ["{{instance}} 1 min", "node_load1"],
    ["{{instance}} 5 min", "node_load5"],
    ["{{instance}} 15 min", "node_load15"],
    ["{{instance}} processors", `count by (instance) (node_cpu_seconds_total{mode="idle"})`],
  ]),
  lines("Memory of the node", "bytes", "Memory that is available and in all.", [
    ["{{instance}} available", "node_memory_MemAvailable_bytes"],
    ["{{instance}} in all", "node_memory_MemTotal_bytes"],
  ]),
  lines("Disks", "percentunit", "Share of each disk that is free; an alert fires below a tenth.",
    [["{{instance}} {{mountpoint}}", `node_filesystem_avail_bytes{${disks}} / node_filesystem_size_bytes{${disks}}`]], { max: 1 }),
  lines("Disk traffic", "Bps", "Bytes read and written.", [
    ["{{instance}} read", rate("node_disk_read_bytes_total", "instance")],
    ["{{instance}} written", rate("node_disk_written_bytes_total", "instance")],
  ]),
  lines("Network of the node", "Bps", "Bytes received and sent, without the loopback.", [
    ["{{instance}} received", rate(`node_network_receive_bytes_total{device!="lo"}`, "instance")],
    ["{{instance}} sent", rate(`node_network_transmit_bytes_total{device!="lo"}`, "instance")],
  ]),
  lines("Open files", "short", "File handles in use.", [["{{instance}}", "node_filefd_allocated"]], { width: 12 }),
  lines("Since the start of the node", "s", "Time since it started; a drop is a restart.", [["{{instance}}", "time() - node_boot_time_seconds"]], { width: 12 }),
];

export default dashboard({
  uid: "infrastructure",
  title: "Infrastructure",
  description: "Processes, connections, servers, containers and machines. A part stays empty where its exporter is not scraped.",
  variables: [variable("service", "Service", "label_values(dotnet_process_cpu_count, job)")],
  panels: [...processes, ...connections, ...postgres, ...broker, ...objects, ...containers, ...node],
});
