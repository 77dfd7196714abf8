import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { formatDateTime } from '#shared/i18n/format.ts';

type VersionsDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Puts the rules of a version into the editor; nothing is saved yet. */
  readonly onUse: (rules: ScoringRules) => void;
};

/** Who agreed on which rules, when and why. */
export function VersionsDialog({ isOpen, onClose, onUse }: VersionsDialogProps) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const words = t.scoring.rules;
  const found = useQuery({ ...orpc.scoring.versions.queryOptions({ input: {} }), enabled: isOpen });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.versions} size="xl">
      <Failure error={found.error} />
      <table className="table" aria-label={words.versions}>
        <thead>
          <tr>
            <th>{words.versions}</th>
            <th>{words.versionWhen}</th>
            <th>{words.versionWho}</th>
            <th>{words.versionNote}</th>
            <th aria-label={words.useVersion} />
          </tr>
        </thead>
        <tbody>
          {(found.data?.versions ?? []).map((version, i) => (
            <tr key={version.n}>
              <td>{words.versionRow(version.n)}</td>
              <td>
                {version.recordedAt === null ? t.common.none : formatDateTime(version.recordedAt, lang)}
              </td>
              <td>{version.memberName || t.common.none}</td>
              <td>{version.note}</td>
              <td>
                {i === 0 ? (
                  <span className="small muted">{words.current}</span>
                ) : (
                  <Button
                    size="xs"
                    onClick={() => {
                      onUse(version.rules);
                      onClose();
                    }}
                  >
                    {words.useVersion}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
