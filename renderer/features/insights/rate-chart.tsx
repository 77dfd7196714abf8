import { BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js';
import { BarWithErrorBar, BarWithErrorBarsController } from 'chartjs-chart-error-bars';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';

Chart.register(BarElement, BarWithErrorBar, BarWithErrorBarsController, CategoryScale, LinearScale);

/** One bar: a share with its interval (fractions), its name, its period, and rate and counts as text. */
export type RateBar = {
  readonly name: string;
  readonly period: string;
  readonly rate: string;
  readonly counts: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
};
type RateChartProps = { readonly label: string; readonly before: RateBar; readonly after: RateBar };

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const fontFamily = '"Dosen Digits","BIZ UDPGothic","Noto Sans JP Variable",sans-serif';
const percent = 100;
/** Width kept free right of the plot for rate and counts, and the gap between whisker and text, in pixels. */
const labelRoom = 96;
const labelGap = 12;

/** Writes rate and counts beside the end of each whisker. */
const figures = (bars: readonly RateBar[]): Plugin<'barWithErrorBars'> => ({
  id: 'figures',
  afterDatasetsDraw: chart => {
    const { ctx, scales } = chart;
    const [x, y] = [scales['x'], scales['y']];
    if (!x || !y) return;
    ctx.save();
    ctx.textBaseline = 'middle';
    for (const [index, bar] of bars.entries()) {
      const left = x.getPixelForValue(bar.high * percent) + labelGap;
      const middle = y.getPixelForValue(index);
      ctx.fillStyle = token('--text');
      ctx.font = `700 18px ${fontFamily}`;
      ctx.fillText(bar.rate, left, middle - 8);
      ctx.fillStyle = token('--muted');
      ctx.font = `400 12px ${fontFamily}`;
      ctx.fillText(bar.counts, left, middle + 11);
    }
    ctx.restore();
  },
});

function draw(canvas: HTMLCanvasElement, bars: readonly RateBar[]): Chart {
  const text = token('--text');
  return new Chart<'barWithErrorBars'>(canvas, {
    type: 'barWithErrorBars',
    plugins: [figures(bars)],
    data: {
      labels: bars.map(bar => (bar.period === '' ? bar.name : [bar.name, bar.period])),
      datasets: [
        {
          data: bars.map(bar => ({
            x: bar.share * percent,
            xMin: bar.low * percent,
            xMax: bar.high * percent,
            y: 0,
          })),
          backgroundColor: [token('--chart-before'), token('--chart-after')],
          barThickness: 36,
          errorBarColor: text,
          errorBarWhiskerColor: text,
          errorBarLineWidth: 1.5,
          errorBarWhiskerLineWidth: 1.5,
          errorBarWhiskerSize: 14,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: labelRoom } },
      scales: {
        x: {
          beginAtZero: true,
          grid: { color: token('--hair') },
          border: { color: token('--text2') },
          ticks: {
            color: token('--text2'),
            font: { family: fontFamily, size: 12 },
            callback: value => `${value}%`,
          },
        },
        y: {
          grid: { display: false },
          border: { color: token('--text2') },
          ticks: { color: text, font: { family: fontFamily, size: 13 } },
        },
      },
    },
  });
}

function Canvas({ label, before, after }: RateChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const chart = draw(canvas.current, [before, after]);
    let isGone = false;
    // A canvas does not redraw by itself when a font arrives.
    void document.fonts.ready.then(() => {
      if (!isGone) chart.update('none');
    });
    return () => {
      isGone = true;
      chart.destroy();
    };
  }, [before, after]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}

/** Two bars with their intervals. A picture has no text of its own, so `label` says what it shows. */
export function RateChart(props: RateChartProps) {
  // Colours are read when the chart is drawn, so another colour scheme means another canvas.
  const scheme = useComputedColorScheme();
  return (
    <div className="insight-chart">
      <Canvas key={scheme} {...props} />
    </div>
  );
}
