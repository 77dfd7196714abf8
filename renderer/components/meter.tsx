import './meter.css';

/** A thin bar of `value` out of `max`, one ink, with its accessible name. */
export function Meter(props: { readonly value: number; readonly max: number; readonly label: string }) {
  const share = props.max > 0 ? Math.min(1, Math.max(0, props.value / props.max)) : 0;
  return (
    <span
      className="meter"
      role="meter"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={props.max}
      aria-valuenow={props.value}
    >
      <span className="meter-bar" style={{ width: `${share * 100}%` }} />
    </span>
  );
}
