import * as echarts from "../lib/echarts/echarts.esm.min.mjs";

const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const duration = ms => ms == null ? "–" : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

function optionOf({ kind, unit, labels, series }) {
  const text = token("--text-muted");
  const format = unit === "ms" ? duration : value => value ?? "–";
  const colours = [1, 2, 3, 4, 5].map(number => token(`--chart-${number}`));
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 250,
    color: colours,
    textStyle: { fontFamily: token("--font"), fontSize: 12 },
    grid: { left: 8, right: 12, top: series.length > 1 ? 34 : 14, bottom: 4, containLabel: true },
    legend: series.length > 1 ? { top: 0, right: 0, itemWidth: 14, textStyle: { color: text } } : undefined,
    // Drawn on the canvas: the page's content policy allows no markup with styles.
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, valueFormatter: format,
      backgroundColor: token("--surface"), borderColor: token("--border-strong"), textStyle: { color: token("--text"), fontSize: 12 },
    },
    xAxis: {
      type: "category", data: labels, boundaryGap: kind === "bar",
      axisLine: { lineStyle: { color: token("--border-strong") } }, axisTick: { show: false },
      axisLabel: { color: text, hideOverlap: true },
    },
    yAxis: {
      // What is no count or time has no zero worth showing.
      type: "value", minInterval: unit === "count" ? 1 : undefined, scale: unit === "value" && kind === "line",
      splitLine: { lineStyle: { color: token("--border") } },
      axisLabel: { color: text, formatter: format },
    },
    series: series.map(({ name, values }, index) => ({
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
