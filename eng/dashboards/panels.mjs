// What the dashboards are made of. Each panel is one call in the file of its dashboard; here is how Grafana wants it.
const source = { type: "prometheus", uid: "${datasource}" };
const columns = 24;

const reduce = { calcs: ["lastNotNull"], values: false, fields: "" };

/** A heading over the panels that follow. */
export const row = (title) => ({ type: "row", title, collapsed: false, panels: [], size: [columns, 1] });

/** Lines over time. `queries` are pairs of a legend and what is asked. */
export const lines = (title, unit, description, queries, { width = 8, stacked = false, max } = {}) => panel("timeseries", title, unit, description, queries, [width, 8], {
  defaults: {
    custom: { drawStyle: "line", lineWidth: 2, fillOpacity: stacked ? 40 : 10, showPoints: "never", stacking: { mode: stacked ? "normal" : "none" } },
    min: 0,
    ...(max === undefined ? {} : { max }),
  },
  options: {
    legend: { displayMode: "list", placement: "bottom", showLegend: true },
    tooltip: { mode: "multi", sort: "desc" },
  },
});

/** A histogram over the time range, as bars that are named by the upper bounds of the buckets. */
export const bars = (title, unit, description, metric, labels) => panel("bargauge", title, unit, description,
  [["{{le}}", `sum by (le) (increase(${metric}_bucket{${labels}}[$__range]))`]], [4, 8], {
    defaults: { decimals: 0, min: 0 },
    options: { displayMode: "basic", orientation: "horizontal", showUnfilled: true, reduceOptions: reduce },
    target: { format: "heatmap", instant: false, range: true },
  });

/** Figures of now. `steps` are pairs of a bound and the colour from there on; `words` say what figures mean; `named` shows legends too. */
export const figures = (title, unit, description, queries, { width = 4, height = 4, steps = [[null, "green"]], words, named = false } = {}) => panel("stat", title, unit, description, queries, [width, height], {
  defaults: {
    color: { mode: "thresholds" },
    thresholds: { mode: "absolute", steps: steps.map(([value, color]) => ({ color, value })) },
    ...(words ? { mappings: [{ type: "value", options: Object.fromEntries(Object.entries(words).map(([value, text]) => [value, { text }])) }] } : {}),
  },
  options: { reduceOptions: reduce, colorMode: "value", graphMode: "none", textMode: named ? "value_and_name" : "auto", orientation: "auto" },
  target: { instant: true, range: false },
});

/** Red from a bound on, or below it, and green elsewhere. */
export const bad = { above: (value) => [[null, "green"], [value, "red"]], below: (value) => [[null, "red"], [value, "green"]] };

function panel(type, title, unit, description, queries, size, { defaults, options, target = {} }) {
  return {
    type,
    title,
    description,
    datasource: source,
    size,
    fieldConfig: { defaults: { unit, ...defaults }, overrides: [] },
    options,
    targets: queries.map(([legendFormat, expr], index) => ({
      refId: String.fromCharCode(65 + index),
      datasource: source,
      expr: expr.replace(/\s+/g, " "),
      legendFormat,
      ...target,
    })),
  };
}

/** A percentile of a histogram, from 0 to 1. */
export const percentile = (share, metric, labels, by = "le") => `histogram_quantile(${share}, sum by (${by}) (rate(${metric}_bucket{${labels}}[$__rate_interval])))`;

/** The mean of a histogram. */
export const mean = (metric, labels, by = "") => {
  const part = (name) => `sum ${by}(rate(${metric}_${name}{${labels}}[$__rate_interval]))`;
  return `${part("sum")} / ${part("count")}`;
};

/** How a histogram is spread: mean, median and what 95 of a hundred stay below. */
export const spread = (metric, labels) => [["mean", mean(metric, labels)], ["median", percentile(0.5, metric, labels)], ["95 %", percentile(0.95, metric, labels)]];

/** A variable that is filled with the values of a label. */
export const variable = (name, label, query, refId = name) => ({
  name,
  label,
  type: "query",
  datasource: source,
  definition: query,
  query: { query, refId },
  refresh: 2,
  sort: 1,
  multi: true,
  includeAll: true,
  allValue: ".+",
  current: { text: ["All"], value: ["$__all"] },
});

/** A dashboard of panels that flow from left to right and wrap. */
export const dashboard = ({ uid, title, description, variables = [], panels }) => ({
  uid,
  title,
  description,
  tags: ["aspireml"],
  timezone: "browser",
  editable: false,
  graphTooltip: 1,
  refresh: "10s",
  schemaVersion: 40,
  version: 1,
  time: { from: "now-30m", to: "now" },
  links: [{ type: "dashboards", title: "Dashboards", tags: ["aspireml"], asDropdown: false, includeVars: false, keepTime: true, targetBlank: false }],
  templating: {
    list: [
      { name: "datasource", label: "Data source", type: "datasource", query: "prometheus", current: { text: "Prometheus", value: "prometheus" } },
      ...variables,
    ],
  },
  annotations: { list: [] },
  panels: placed(panels),
});

function placed(panels) {
  let [x, y, height] = [0, 0, 0];
  return panels.map(({ size: [w, h], type, title, ...rest }, index) => {
    if (x + w > columns) {
      [x, y, height] = [0, y + height, 0];
    }

    const gridPos = { h, w, x, y };
    [x, height] = [x + w, Math.max(height, h)];
    return { id: index + 1, type, title, ...rest, gridPos };
  });
}
