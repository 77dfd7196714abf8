import {
  IconAddressBook,
  IconBriefcase,
  IconCalendarStats,
  IconChartBar,
  IconChecklist,
  IconMail,
  IconPhone,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';

export type PlaceId =
  | 'today'
  | 'leads'
  | 'calls'
  | 'mail'
  | 'opportunities'
  | 'insights'
  | 'reviews'
  | 'settings';

export type Place = {
  readonly id: PlaceId;
  readonly path: string;
  /** Letter after `g`. */
  readonly letter: string;
  readonly icon: TablerIcon;
  /** Places of everyday work, of managing, and at the bottom. */
  readonly group: 'work' | 'manage' | 'bottom';
};

/** Every place of the app in the order of the sidebar. */
export const places: readonly Place[] = [
  { id: 'today', path: '/', letter: 't', icon: IconChecklist, group: 'work' },
  { id: 'leads', path: '/leads', letter: 'l', icon: IconAddressBook, group: 'work' },
  { id: 'calls', path: '/calls', letter: 'c', icon: IconPhone, group: 'work' },
  { id: 'mail', path: '/mail', letter: 'm', icon: IconMail, group: 'work' },
  { id: 'opportunities', path: '/opportunities', letter: 'd', icon: IconBriefcase, group: 'work' },
  { id: 'insights', path: '/insights', letter: 'i', icon: IconChartBar, group: 'manage' },
  { id: 'reviews', path: '/reviews', letter: 'w', icon: IconCalendarStats, group: 'manage' },
  { id: 'settings', path: '/settings', letter: 's', icon: IconSettings, group: 'bottom' },
];
