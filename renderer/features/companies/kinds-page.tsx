import './companies.css';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { fileRefOf } from '#renderer/platform/files.ts';
import { KindsCheck } from './kinds-check.tsx';
import { type Kind, kinds, type ListSource, useKindsPreview } from './queries.ts';

type GivenList = { readonly source: ListSource; readonly name: string };

/** Sets the kinds, says so with a way back, and shows the companies. */
function useApply() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [, navigate] = useLocation();
  const undo = useUndo();
  return useMutation(
    orpc.companies.applyKinds.mutationOptions({
      onSuccess: done => {
        undo.offer(t.companies.applied(done.companies, done.people, done.added), done.operationUid);
        navigate('/companies');
      },
    }),
  );
}

/** 会社区分 from a list: paste or file, check with the questions about similar names, set; undone as a whole. */
export function KindsPage() {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [file, setFile] = useState<GivenList | null>(null);
  const [fileError, setFileError] = useState<unknown>(null);
  const [kind, setKind] = useState<Kind>('customer');
  const [source, setSource] = useState<ListSource | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const preview = useKindsPreview(source, kind);
  const apply = useApply();
  const given: ListSource | null = file?.source ?? (text.trim() === '' ? null : { text });
  const isChecked = source !== null && preview.data !== undefined && preview.error === null;
  const go = (): void => {
    if (isChecked && source !== null) {
      if (!apply.isPending) apply.mutate({ source, kind, also: [...ticked] });
    } else if (given !== null) setSource(given);
  };
  useKeys([
    {
      keys: 'mod+Enter',
      label: isChecked ? t.companies.apply(t.leads.kinds[kind]) : t.companies.check,
      run: go,
      whileTyping: true,
    },
  ]);
  const take = async (chosen: File): Promise<void> => {
    setFileError(null);
    try {
      setFile({ source: { file: await fileRefOf(chosen) }, name: chosen.name });
    } catch (error) {
      setFileError(error);
    }
  };
  return (
    <Page
      title={t.companies.listTitle}
      lead={t.companies.listLead}
      confirm={
        <>
          <Button
            variant="filled"
            size="lg"
            disabled={given === null}
            loading={apply.isPending}
            onClick={go}
            rightSection={<Keycap keys="mod+Enter" />}
          >
            {isChecked ? t.companies.apply(t.leads.kinds[kind]) : t.companies.check}
          </Button>
          {isChecked ? (
            <Button size="lg" onClick={() => setSource(null)}>
              {t.companies.change}
            </Button>
          ) : (
            <Button size="lg" component={Link} href="/companies">
              {t.common.cancel}
            </Button>
          )}
        </>
      }
    >
      <Failure error={fileError ?? apply.error ?? (source === null ? null : preview.error)} />
      <div className="kinds-source">
        <KindField kind={kind} onChange={setKind} />
        {isChecked ? null : (
          <ListField
            text={text}
            fileName={file?.name ?? null}
            onText={setText}
            onFile={chosen => void take(chosen)}
            onForget={() => setFile(null)}
          />
        )}
      </div>
      {isChecked ? <KindsCheck preview={preview.data} ticked={ticked} onTick={setTicked} /> : null}
    </Page>
  );
}

function KindField({ kind, onChange }: { readonly kind: Kind; readonly onChange: (kind: Kind) => void }) {
  const { t } = useI18n();
  return (
    <NativeSelect
      label={t.companies.setAs}
      value={kind}
      data={kinds
        .filter(value => value !== 'prospect')
        .map(value => ({ value, label: t.leads.kinds[value] }))}
      onChange={event => onChange(kinds.find(value => value === event.currentTarget.value) ?? 'customer')}
    />
  );
}

type ListFieldProps = {
  readonly text: string;
  readonly fileName: string | null;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onForget: () => void;
};

function ListField({ text, fileName, onText, onFile, onForget }: ListFieldProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {fileName === null ? (
        <Textarea
          label={t.companies.listField}
          description={t.companies.listHint}
          rows={12}
          value={text}
          onChange={event => onText(event.currentTarget.value)}
          data-autofocus
        />
      ) : (
        <p role="status">{t.companies.fileChosen(fileName)}</p>
      )}
      <div className="kinds-file">
        <Button onClick={() => input.current?.click()}>{t.companies.chooseFile}</Button>
        {fileName === null ? null : (
          <button type="button" className="link-button" onClick={onForget}>
            {t.companies.forgetFile}
          </button>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
          hidden
          onChange={event => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) onFile(chosen);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </>
  );
}
