// Reads rendered objects, YAML without duplicate keys, from standard input. `objects.mjs json` writes them as a JSON list;
// `objects.mjs check` writes whatever is wrong with them by the schemas of Kubernetes: ["Kind/name: ..."].
// kubernetes-models knows required fields, types and permitted values but lets unknown fields pass; Kubernetes' own client
// knows the fields of every type.
import { readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';

const groups = { 'monitoring.coreos.com/v1': '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1' };

async function invalid({ apiVersion, kind, ...rest }) {
  const models = await import(groups[apiVersion] ?? `kubernetes-models/${apiVersion}`);
  if (!models[kind]) return [`${apiVersion} has no ${kind}`];
  try {
    new models[kind](rest).validate();
    return [];
  } catch (error) {
    return [error.message];
  }
}

async function fieldsOf(type) {
  const path = new URL(`./node_modules/@kubernetes/client-node/dist/gen/models/${type}.js`, import.meta.url);
  return new Map((await import(path))[type].getAttributeTypeMap().map(({ baseName, type }) => [baseName, type]));
}

async function unknown(value, type, path) {
  if (value === null || value === undefined) return [];
  const list = /^Array<(.+)>$/.exec(type);
  if (list) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return (await Promise.all(value.map((item, index) => unknown(item, list[1], `${path}[${index}]`)))).flat();
  }

  const map = /^\{ \[key: string\]: (.+); \}$/.exec(type);
  if (map) return (await Promise.all(Object.entries(value).map(([key, item]) => unknown(item, map[1], `${path}.${key}`)))).flat();
  if (!/^V\d/.test(type) || type === 'V1MicroTime') return [];

  const fields = await fieldsOf(type);
  return (await Promise.all(Object.entries(value).map(([key, item]) =>
    fields.has(key) ? unknown(item, fields.get(key), `${path}.${key}`) : [`${path}.${key} is unknown to ${type}`]))).flat();
}

async function check(object) {
  const version = object.apiVersion.split('/').at(-1);
  // A custom resource is unknown to the client.
  const strict = groups[object.apiVersion] ? [] : await unknown(object, `${version.toUpperCase()}${object.kind}`, object.kind);
  return [...strict, ...await invalid(object)].map(error => `${object.kind}/${object.metadata?.name}: ${error}`);
}

const objects = loadAll(readFileSync(0, 'utf8')).filter(object => object);
process.stdout.write(JSON.stringify(process.argv[2] === 'check' ? (await Promise.all(objects.map(check))).flat() : objects));
