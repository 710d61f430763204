{{/* The environment variables with which the services reach the servers: those of the chart, or a connection string from a Secret. Take the root. */}}

{{- define "aspireml.database" -}}
{{- $postgres := .Values.postgres -}}
{{- $context := dict "root" . "component" "postgres" "values" $postgres -}}
{{- $host := include "aspireml.name" $context -}}
{{- if $postgres.enabled -}}
- name: DATABASE_PASSWORD
  valueFrom: { {{- include "aspireml.password.ref" $context -}} }
- name: ConnectionStrings__database
  value: Host={{ $host }};Port=5432;Username={{ $postgres.user }};Password=$(DATABASE_PASSWORD);Database=aspireml
- name: DATABASE_HOST
  value: {{ $host }}
- name: DATABASE_PORT
  value: "5432"
- name: DATABASE_USERNAME
  value: {{ $postgres.user }}
- name: DATABASE_URI
  value: postgresql://{{ $postgres.user }}:$(DATABASE_PASSWORD)@{{ $host }}:5432/aspireml
- name: DATABASE_JDBCCONNECTIONSTRING
  value: jdbc:postgresql://{{ $host }}:5432/aspireml
- name: DATABASE_DATABASENAME
  value: aspireml
{{- else -}}
- name: ConnectionStrings__database
  valueFrom:
    secretKeyRef: { name: {{ required "postgres.enabled is false: name the Secret with the connection string of your PostgreSQL in postgres.external.secret." $postgres.external.secret }}, key: {{ $postgres.external.key }} }
{{- end }}
{{- end }}

{{- define "aspireml.documents" -}}
{{- $mongo := .Values.mongo -}}
{{- $context := dict "root" . "component" "mongo" "values" $mongo -}}
{{- $host := include "aspireml.name" $context -}}
{{- if $mongo.enabled -}}
{{- $uri := printf "mongodb://%s:$(DOCUMENTS_PASSWORD)@%s:27017/aspireml?authSource=admin&authMechanism=SCRAM-SHA-256" $mongo.user $host -}}
- name: DOCUMENTS_PASSWORD
  valueFrom: { {{- include "aspireml.password.ref" $context -}} }
- name: ConnectionStrings__documents
  value: {{ $uri }}
- name: DOCUMENTS_HOST
  value: {{ $host }}
- name: DOCUMENTS_PORT
  value: "27017"
- name: DOCUMENTS_USERNAME
  value: {{ $mongo.user }}
- name: DOCUMENTS_AUTHENTICATIONDATABASE
  value: admin
- name: DOCUMENTS_AUTHENTICATIONMECHANISM
  value: SCRAM-SHA-256
- name: DOCUMENTS_URI
  value: {{ $uri }}
- name: DOCUMENTS_DATABASENAME
  value: aspireml
{{- else if $mongo.external.secret -}}
- name: ConnectionStrings__documents
  valueFrom:
    secretKeyRef: { name: {{ $mongo.external.secret }}, key: {{ $mongo.external.key }} }
{{- end }}
{{- end }}

{{- define "aspireml.queue" -}}
{{- $queue := .Values.queue -}}
{{- $context := dict "root" . "component" "queue" "values" $queue -}}
{{- $host := include "aspireml.name" $context -}}
{{- if $queue.enabled -}}
- name: QUEUE_PASSWORD
  valueFrom: { {{- include "aspireml.password.ref" $context -}} }
- name: ConnectionStrings__queue
  value: amqp://{{ $queue.user }}:$(QUEUE_PASSWORD)@{{ $host }}:5672
- name: QUEUE_HOST
  value: {{ $host }}
- name: QUEUE_PORT
  value: "5672"
- name: QUEUE_USERNAME
  value: {{ $queue.user }}
- name: QUEUE_URI
  value: amqp://{{ $queue.user }}:$(QUEUE_PASSWORD)@{{ $host }}:5672
{{- else if $queue.external.secret -}}
- name: ConnectionStrings__queue
  valueFrom:
    secretKeyRef: { name: {{ $queue.external.secret }}, key: {{ $queue.external.key }} }
{{- end }}
{{- end }}

{{- define "aspireml.objects" -}}
{{- $minio := .Values.minio -}}
{{- $context := dict "root" . "component" "minio" "values" $minio -}}
{{- if $minio.enabled -}}
- name: OBJECTS_SECRETKEY
  valueFrom: { {{- include "aspireml.password.ref" $context -}} }
- name: ConnectionStrings__objects
  value: Endpoint=http://{{ include "aspireml.name" $context }}:9000;AccessKey={{ $minio.user }};SecretKey=$(OBJECTS_SECRETKEY);Bucket={{ $minio.bucket }}
{{- else -}}
- name: ConnectionStrings__objects
  valueFrom:
    secretKeyRef: { name: {{ required "minio.enabled is false: name the Secret with the connection string of your S3 server in minio.external.secret; pods share no folder." $minio.external.secret }}, key: {{ $minio.external.key }} }
{{- end }}
{{- end }}
