/** Colours of series: told apart by people with any colour vision, each at least 3 : 1 against white. */
export const COLOURS = ['#0b6b4f', '#b45309', '#1d5fa8', '#8a3b7c', '#5b6168', '#a5281f'];

/** Patterns of series, in the same order: what colour says is also said without it. */
export const PATTERNS = [
  { symbol: 'none' },
  { symbol: 'rect', symbolSize: 1, rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 4], color: 'rgba(255,255,255,.75)' },
  { symbol: 'circle', symbolSize: 0.7, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], color: 'rgba(255,255,255,.8)' },
  { symbol: 'rect', symbolSize: 1, rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [1, 5], color: 'rgba(255,255,255,.8)' },
  { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 4], color: 'rgba(255,255,255,.7)' },
  { symbol: 'triangle', symbolSize: 0.8, dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [7, 2], color: 'rgba(255,255,255,.8)' },
];

/** Shapes of points on lines, in the same order. */
export const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];

// Named, not inherited: the place of each text is worked out from the width of its letters.
const FONT = { fontFamily: '"IBM Plex Sans", "Helvetica Neue", Arial, sans-serif', fontSize: 13, color: '#262626' };

/**
 * What all charts have in common, completed by one chart's own option.
 *
 * @param option  of ECharts; its series get colours, patterns and shapes of ours unless they bring their own
 * @param description what the chart shows, in one sentence
 */
export function dressed(option, description) {
  const { tooltip, legend, series = [], ...rest } = option;
  return {
    animation: false,
    color: COLOURS,
    textStyle: FONT,
    aria: { enabled: true, label: { enabled: true, description }, decal: { show: true, decals: PATTERNS } },
    grid: { left: 8, right: 24, top: 40, bottom: 30 },
    ...rest,
    legend: legend === null ? undefined : { top: 0, left: 0, textStyle: FONT, itemWidth: 28, ...legend },
    // Texts come from people: the tip is written as text and never read as markup.
    tooltip: { confine: true, renderMode: 'richText', textStyle: { fontSize: 13 }, ...tooltip },
    series: series.map((one, index) => ({ ...(one.type === 'line' ? { symbol: SHAPES[index % SHAPES.length], symbolSize: 9 } : {}), ...one })),
  };
}
