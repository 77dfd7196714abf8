import { useQuery } from '@tanstack/react-query';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';

/** Says that the backend does not answer, above whatever is shown; gone as soon as it does. */
export function ConnectionNote() {
  const { orpc } = useBackend();
  const status = useQuery(orpc.system.status.queryOptions({ input: {} }));
  if (status.error === null) return null;
  return (
    <div className="connection-note">
      <Failure error={status.error} onRetry={() => void status.refetch()} />
    </div>
  );
}
