import { Button, Checkbox, Menu, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { zLeadFilter } from '#shared/contract/lead-filter.ts';
import type { View } from '#shared/contract/views.ts';
import { isChanged, type ListState, openBase, rebase, setQuery, standardViews } from './list-state.ts';
import { useFacets, useViews } from './queries.ts';

/** Recent imports the menu offers; older ones are a condition of the filter. */
const recentImports = 5;

function SaveDialog({ state, onClose }: { readonly state: ListState; readonly onClose: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useMutation(
    orpc.views.save.mutationOptions({
      onSuccess: view => {
        rebase({ kind: 'saved', view });
        showToast({ message: t.leadList.viewSaved(view.name) });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ name, shared, query: state.query });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t.leadList.saveViewAs} size="sm">
      <form className="lead-form" onSubmit={submit}>
        <TextInput
          label={t.leadList.viewName}
          value={name}
          maxLength={60}
          data-autofocus
          onChange={event => setName(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={t.leadList.viewShared}
          checked={shared}
          onChange={event => setShared(event.currentTarget.checked)}
        />
        <Failure error={save.error} />
        <Button type="submit" variant="filled" disabled={name.trim() === ''} loading={save.isPending}>
          {t.common.save}
        </Button>
      </form>
    </Dialog>
  );
}

/** ● and what to do with a change: keep it in the view, or go back. */
function Changed({ state, onSaveAs }: { readonly state: ListState; readonly onSaveAs: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const { base } = state;
  const save = useMutation(
    orpc.views.save.mutationOptions({ onSuccess: view => rebase({ kind: 'saved', view }) }),
  );
  if (!isChanged(state)) return null;
  const keep = (): void => {
    if (base.kind === 'standard') onSaveAs();
    else
      save.mutate({
        uid: base.view.uid,
        name: base.view.name,
        shared: base.view.shared,
        query: state.query,
      });
  };
  return (
    <span className="lead-changed">
      <span aria-hidden>●</span>
      <span className="visually-hidden">{t.leadList.changed}</span>
      <button type="button" className="link-button" onClick={keep}>
        {base.kind === 'standard' ? t.leadList.saveViewAs : t.leadList.saveView}
      </button>
      <button type="button" className="link-button" onClick={() => openBase(base)}>
        {t.leadList.revertView}
      </button>
      <Failure error={save.error} />
    </span>
  );
}

type Entry = { readonly key: string; readonly label: string; readonly run: () => void };

/** Entries of one kind under their heading. */
function Group({ label, entries }: { readonly label: string; readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <div role="group" aria-label={label}>
      <Menu.Label aria-hidden>{label}</Menu.Label>
      {entries.map(({ key, label: name, run }) => (
        <Menu.Item key={key} onClick={run}>
          {name}
        </Menu.Item>
      ))}
    </div>
  );
}

const savedEntries = (views: readonly View[]): Entry[] =>
  views.map(view => ({ key: view.uid, label: view.name, run: () => openBase({ kind: 'saved', view }) }));

/** Views everybody has, saved ones, and the latest imports; a change of the view can be kept or taken back. */
export function ViewMenu({ state }: { readonly state: ListState }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const views = useViews();
  const [isOpen, setIsOpen] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const imports = useFacets(isOpen)?.importUid.slice(0, recentImports) ?? [];
  const remove = useMutation(
    orpc.views.remove.mutationOptions({ onSuccess: () => openBase({ kind: 'standard', view: 'all' }) }),
  );
  const { base } = state;
  const name = base.kind === 'saved' ? base.view.name : t.leadList.views[base.view];
  const openImport = (importUid: string): void => {
    openBase({ kind: 'standard', view: 'all' });
    setQuery({ filter: zLeadFilter.parse({ importUid }) });
  };
  return (
    <>
      <Menu opened={isOpen} onChange={setIsOpen} position="bottom-start" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            aria-label={`${t.leadList.view}: ${name}`}
            leftSection={<IconBookmark size={16} stroke={1.5} aria-hidden />}
            rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Group
            label={t.leadList.standardViews}
            entries={standardViews.map(view => ({
              key: view,
              label: t.leadList.views[view],
              run: () => openBase({ kind: 'standard', view }),
            }))}
          />
          <Group label={t.leadList.ownViews} entries={savedEntries(views.filter(view => !view.shared))} />
          <Group label={t.leadList.sharedViews} entries={savedEntries(views.filter(view => view.shared))} />
          <Group
            label={t.leadList.byImport}
            entries={imports.map(({ value, name: file, count }) => ({
              key: value,
              label: t.leadList.optionCount(file, count),
              run: () => openImport(value),
            }))}
          />
          <Menu.Divider />
          <Menu.Item onClick={() => setIsSaving(true)}>{t.leadList.saveViewAs}</Menu.Item>
          {base.kind === 'saved' ? (
            <Menu.Item onClick={() => remove.mutate({ uid: base.view.uid })}>
              {t.leadList.removeView(name)}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Changed state={state} onSaveAs={() => setIsSaving(true)} />
      {isSaving ? <SaveDialog state={state} onClose={() => setIsSaving(false)} /> : null}
    </>
  );
}
