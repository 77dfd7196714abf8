import { Button } from '@mantine/core';
import { IconBuilding, IconClipboardText, IconPencil } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { DropZone } from './drop-zone.tsx';
import { ExportGuides } from './export-guides.tsx';
import { RecentImports } from './recent-imports.tsx';

type StartProps = {
  /** What became of the last try, when it left nothing to go on with. */
  readonly notice: string | null;
  readonly error: unknown;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Where cards come in: files, a pasted table, or typing. */
export function Start({ notice, error, onFiles }: StartProps) {
  const { t } = useI18n();
  return (
    <Page title={t.imports.title} lead={t.imports.lead}>
      {notice === null ? null : <p role="status">{notice}</p>}
      <Failure error={error} />
      <DropZone onFiles={onFiles} />
      <div className="other-ways">
        <Button
          component={Link}
          href="/imports/paste"
          leftSection={<IconClipboardText size={18} stroke={1.5} aria-hidden />}
        >
          {t.imports.paste}
        </Button>
        <Button
          component={Link}
          href="/imports/card"
          leftSection={<IconPencil size={18} stroke={1.5} aria-hidden />}
        >
          {t.imports.byHand}
        </Button>
        <Button
          component={Link}
          href="/companies/kinds"
          leftSection={<IconBuilding size={18} stroke={1.5} aria-hidden />}
        >
          {t.companies.fromList}
        </Button>
      </div>
      <ExportGuides />
      <RecentImports />
    </Page>
  );
}
