import './opportunities.css';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { DayField, TimeField } from '#renderer/components/typed-fields.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import type { Lead } from '#shared/contract/leads.ts';
import type { Opportunity } from '#shared/contract/opportunities.ts';
import type { Member } from '#shared/contract/system.ts';
import { type Day, minuteOf } from '#shared/domain/base/days.ts';
import { addBusinessDays } from '#shared/domain/calendar/calendar.ts';
import type { Criteria } from '#shared/domain/opportunities/criteria.ts';
import { CriteriaTicks } from './criteria-ticks.tsx';
import { useCriteria } from './queries.ts';
import { TaskFields } from './task-fields.tsx';
import { type HandoverDraft, useMakeHandover } from './use-make-handover.ts';

const shownMembers = (members: readonly Member[]): Member[] => members.filter(member => member.active);

/** Whoever does field sales comes first; alone, one hands over to oneself. */
const firstChoice = (members: readonly Member[], me: Member | null): string =>
  (members.find(member => member.roles.includes('field')) ?? me ?? members[0])?.uid ?? '';

type FormProps = {
  readonly lead: Lead;
  readonly deal: Opportunity | null;
  readonly members: readonly Member[];
  readonly me: Member | null;
  readonly criteria: Criteria;
  readonly today: Day;
};

type Make = ReturnType<typeof useMakeHandover>;

function Meeting({ make, today }: { readonly make: Make; readonly today: Day }) {
  const { t } = useI18n();
  const { draft, set } = make;
  return (
    <Section title={t.opportunities.meeting}>
      <div className="deal-fields">
        <DayField
          label={t.calls.date}
          value={draft.meetingOn}
          today={today}
          onChange={meetingOn => set({ meetingOn })}
        />
        <TimeField
          label={t.opportunities.meetingTime}
          value={draft.meetingMinute}
          onChange={meetingMinute => set({ meetingMinute })}
        />
        <TextInput
          className="wide"
          label={t.opportunities.place}
          value={draft.place}
          maxLength={200}
          onChange={event => set({ place: event.currentTarget.value })}
        />
      </div>
    </Section>
  );
}

function Form({ lead, deal, members, me, criteria, today }: FormProps) {
  const { t } = useI18n();
  const cal = useCalendar();
  const { opportunities: words } = t;
  const initial: HandoverDraft = {
    toUid: firstChoice(members, me),
    said: '',
    meetingOn: deal?.meetingOn ?? null,
    meetingMinute: deal?.meetingAt ? minuteOf(deal.meetingAt) : null,
    place: deal?.place ?? '',
    tasks: [],
    met: [],
    overrideReason: '',
  };
  const make = useMakeHandover(lead, initial, criteria);
  const { draft, set } = make;
  const isOwn = draft.toUid === me?.uid;
  const nameOf = (member: Member): string =>
    member.uid === me?.uid ? words.toSelf(member.name || t.nav.member) : member.name || t.nav.member;
  useKeys([{ keys: 'mod+Enter', label: words.make, run: make.save, whileTyping: true }]);
  return (
    <Page
      title={words.formTitle(lead.name)}
      lead={lead.companyName}
      actions={<Link href="/opportunities">{words.back}</Link>}
      confirm={
        <>
          <Button
            variant="filled"
            disabled={!make.isReady}
            loading={make.isPending}
            onClick={make.save}
            rightSection={<Keycap keys="mod+Enter" />}
          >
            {isOwn ? words.makeOwn : words.make}
          </Button>
          <Failure error={make.error} />
        </>
      }
    >
      <div className="deal-form">
        <p className="prose">{words.formLead}</p>
        <NativeSelect
          label={words.to}
          value={draft.toUid}
          data={members.map(member => ({ value: member.uid, label: nameOf(member) }))}
          onChange={event => set({ toUid: event.currentTarget.value })}
        />
        <Textarea
          label={words.said}
          description={words.saidHint}
          autosize
          minRows={3}
          maxLength={2000}
          value={draft.said}
          onChange={event => set({ said: event.currentTarget.value })}
        />
        <Meeting make={make} today={today} />
        <Section title={words.criteria}>
          <CriteriaTicks
            criteria={criteria}
            met={draft.met}
            onMet={met => set({ met })}
            overrideReason={draft.overrideReason}
            onOverride={overrideReason => set({ overrideReason })}
          />
        </Section>
        <Section title={words.tasks}>
          <TaskFields
            tasks={draft.tasks}
            today={today}
            usualOn={addBusinessDays(cal, today, 1)}
            onChange={tasks => set({ tasks })}
          />
        </Section>
      </div>
    </Page>
  );
}

/** The form that hands somebody over to field sales. */
export function DealHandOverPage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const { leadUid } = useParams<{ leadUid: string }>();
  const status = useStatus();
  const lead = useQuery(orpc.leads.get.queryOptions({ input: { uid: leadUid } }));
  const members = useQuery(orpc.members.list.queryOptions({ input: {} }));
  const criteria = useCriteria();
  const deal = useQuery(orpc.opportunities.ofLead.queryOptions({ input: { leadUid } }));
  if (!lead.data || !members.data || !criteria.data || deal.data === undefined || !status)
    return (
      <Page title={t.opportunities.title}>
        <Failure error={lead.error ?? members.error ?? criteria.error ?? deal.error} />
      </Page>
    );
  return (
    <Form
      key={leadUid}
      lead={lead.data}
      deal={deal.data}
      members={shownMembers(members.data)}
      me={status.member}
      criteria={criteria.data.criteria}
      today={status.today}
    />
  );
}
