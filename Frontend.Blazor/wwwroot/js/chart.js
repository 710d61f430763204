import * as echarts from "../lib/echarts/echarts.esm.min.mjs";

const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const duration = ms => ms == null ? "–" : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

const axisOf = text => ({
  type: "value", scale: true, axisLabel: { color: text, hideOverlap: true }, splitLine: { lineStyle: { color: token("--border") } },
});

// The sides differ in shape too, for eyes that do not tell the colours apart.
const pointsOf = points => points.map(({ name, places }, index) => ({
  name, type: "scatter", data: places, symbol: ["circle", "diamond", "triangle"][index % 3], symbolSize: index ? 7 : 5, itemStyle: { opacity: index ? 0.85 : 0.45 },
}));

function optionOf({ kind, unit, labels, series, points }) {
  const text = token("--text-muted");
  const format = unit === "ms" ? duration : value => value ?? "–";
  const several = series.length + points.length > 1;
  const colours = [1, 2, 3, 4, 5].map(number => token(`--chart-${number}`));
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 250,
    color: colours,
    textStyle: { fontFamily: token("--font"), fontSize: 12 },
    grid: { left: 8, right: 24, top: several ? 34 : 14, bottom: 4, containLabel: true },
    legend: several ? { top: 0, right: 0, itemWidth: 14, textStyle: { color: text } } : undefined,
    // Drawn on the canvas: the page's content policy allows no markup with styles.
    tooltip: {
      trigger: kind === "scatter" ? "item" : "axis", renderMode: "richText", confine: true, valueFormatter: format,
      backgroundColor: token("--surface"), borderColor: token("--border-strong"), textStyle: { color: token("--text"), fontSize: 12 },
    },
    xAxis: kind === "scatter" ? axisOf(text) : {
      type: "category", data: labels, boundaryGap: kind === "bar",
      axisLine: { lineStyle: { color: token("--border-strong") } }, axisTick: { show: false },
      axisLabel: { color: text, hideOverlap: true },
    },
    yAxis: kind === "scatter" ? axisOf(text) : {
      // What is no count or time has no zero worth showing.
      type: "value", minInterval: unit === "count" ? 1 : undefined, scale: unit === "value" && kind === "line",
      splitLine: { lineStyle: { color: token("--border") } },
      axisLabel: { color: text, formatter: format },
    },
    series: kind === "scatter" ? pointsOf(points) : series.map(({ name, values }, index) => ({
      name, type: kind, data: values, connectNulls: true, symbolSize: 6, showSymbol: values.filter(value => value != null).length < 40,
      barMaxWidth: 22, itemStyle: { borderRadius: kind === "bar" ? [3, 3, 0, 0] : 0 },
      lineStyle: { width: 2, type: ["solid", "dashed", "dotted"][index % 3] },
    })),
  };
}

export function create(element) {
  // The page may have moved on before this was called.
  if (!element) return { draw: () => {}, dispose: () => {} };
  const chart = echarts.init(element, null, { renderer: "canvas" });
  let data = null;
  const redraw = () => data && chart.setOption(optionOf(data), { notMerge: true });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  document.addEventListener("themechange", redraw);
  return {
    draw: next => {
      // The page renders more often than its numbers change.
      if (JSON.stringify(next) === JSON.stringify(data)) return;
      data = next;
      redraw();
    },
    dispose: () => {
      document.removeEventListener("themechange", redraw);
      observer.disconnect();
      chart.dispose();
    },
  };
}
