import type { Translated } from '#shared/i18n/translated.ts';
import type { exportGuides as source } from '#shared/i18n/ja/exportGuides.ts';

const whoUnknown =
  'Not confirmed by public information. If the menu is missing, ask whoever manages the contract.';

/** How cards come out of the apps people keep them in. */
export const exportGuides = {
  title: 'Getting cards out of your app',
  note: 'Names on screens may change.',
  who: 'Who may export',
  file: 'What comes out',
  care: 'Good to know',
  checked: on => `Checked ${on}`,
  apps: {
    eight: {
      name: 'Eight',
      steps: [
        'Open Eight in a browser on a computer.',
        'Download the cards as CSV, in UTF-8 or Shift_JIS: either will do.',
        'Put the CSV here as it is, without opening it.',
      ],
      who: 'Only people with the paid Eight Premium.',
      file: 'CSV, sometimes with lines of explanation on top. Your own tags are one column each and become tags again here.',
      care: 'There is no reading of names. The card date may be the day of registration. Nothing public was found about exports of Eight Team.',
    },
    sansan: {
      name: 'Sansan',
      steps: [
        'Export the cards as CSV in Sansan.',
        'A CSV named after the card export and the time comes out.',
        'Put it here as it is, without opening it.',
      ],
      who: whoUnknown,
      file: 'CSV (UTF-8). It may hold an ID of the person and the owner of the card.',
      care: 'The ID of the person tells who is the same. The name of the card owner decides who gets the lead.',
    },
    mybridge: {
      name: 'myBridge',
      steps: ['Export the cards to Excel in myBridge.', 'Put the Excel file here as it is.'],
      who: whoUnknown,
      file: 'Excel with company, name, department, date of the card and so on.',
      care: 'Choose a field for columns that are not known. They are remembered.',
    },
    camcard: {
      name: 'CAMCARD',
      steps: ['Export the contacts in CAMCARD.', 'Put the file here as it is.'],
      who: whoUnknown,
      file: 'Named .csv, but separated by tabs. The headers are in the language of the app.',
      care: 'One cell holds several phone numbers. They are taken apart here.',
    },
    outlook: {
      name: 'Outlook',
      steps: ['Export the contacts as CSV in Outlook on a computer.', 'Put the CSV here as it is.'],
      who: whoUnknown,
      file: 'CSV. The Japanese one has 95 columns and is in Shift_JIS.',
      care: 'The Japanese Outlook has a form of address that reads like a job title. The two are told apart here.',
    },
    google: {
      name: 'Google',
      steps: [
        'Export Google Contacts as CSV in a browser on a computer.',
        'Put it here as it is, without saving it from Excel.',
      ],
      who: whoUnknown,
      file: 'CSV (UTF-8). The headers are English even for Japanese contacts.',
      care: 'Excel may show it garbled, and saving it there loses data for good.',
    },
    organiser: {
      name: 'Organiser list',
      steps: [
        'Put the file of the organiser here as it is.',
        'Explanations on top and totals at the end are skipped.',
        'Choose a field for columns that are not known. They are remembered.',
      ],
      who: 'What the list may be used for is up to the organiser: check their rules.',
      file: 'CSV or Excel. The columns differ from organiser to organiser.',
      care: 'Choose the organiser list as where it comes from. Addresses collected by Peatix must not be used for promotion without separate consent.',
    },
    excel: {
      name: 'Excel',
      steps: [
        'Put the Excel file here as it is.',
        'For a part of it, copy it with its headers and use Paste.',
      ],
      who: 'Anybody who has the file.',
      file: 'Excel or CSV. The headers need not be in the first row.',
      care: 'Phone numbers that lost their first 0 get it back and are marked. A number like 3.00E+09 cannot be restored.',
    },
  },
} satisfies Translated<typeof source>;
