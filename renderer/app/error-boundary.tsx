import { Component, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

type Props = { readonly resetKey: string; readonly children: ReactNode };
type State = { readonly hasFailed: boolean; readonly resetKey: string };

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useI18n();
  return (
    <div className="page-scroll">
      <ErrorNote text={t.errors.screen} onRetry={onRetry} />
    </div>
  );
}

/** A screen that breaks takes nothing else with it: the frame stays and another place can be chosen. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.resetKey === state.resetKey ? null : { hasFailed: false, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Failed onRetry={() => this.setState({ hasFailed: false })} />;
  }
}
