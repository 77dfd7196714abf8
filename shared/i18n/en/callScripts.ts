import type { callScripts as source } from '#shared/i18n/ja/callScripts.ts';
import type { Translated } from '#shared/i18n/translated.ts';

/** Call scripts: the four shipped ones and the texts of their editor. */
export const callScripts = {
  title: 'Call scripts',
  edit: 'Edit the call scripts',
  editLead:
    'Put them into your own words. {{our company}} {{caller}} {{event}} {{date 1}} {{date 2}} are filled in when printed.',
  kinds: {
    exhibition: 'After a show',
    material: 'After a material request',
    dormant: 'Waking up old contacts',
    callback: 'Promised callback',
  },
  when: {
    exhibition: 'For people met at an event in the last 60 days',
    material: 'For people who asked for material',
    dormant: 'For people met a while ago',
    callback: 'For people who were promised a call',
  },
  parts: {
    opening: 'Opening (15 seconds)',
    questions: 'Ask',
    objections: 'If they say',
    closing: 'Close with two dates',
  },
  question: (n: number) => `Question ${n}`,
  said: (n: number) => `They say ${n}`,
  answer: (n: number) => `You answer ${n}`,
  quoted: (said: string) => `“${said}”`,
  seconds: (n: number) => `about ${n} s to say`,
  blank: '____',
  offered: { first: (day: string) => `${day} at 10:00`, second: (day: string) => `${day} at 14:00` },
  shippedNote: 'This is the text it came with.',
  backToShipped: 'Back to the original text',
  save: 'Save the scripts',
  saved: 'Scripts saved',
  unchanged: 'Nothing changed.',
  shipped: {
    exhibition: {
      opening:
        'Hello, this is {{caller}} from {{our company}}. Thank you for stopping at our booth at {{event}}. I am calling to say thanks and to ask just one thing. Do you have a minute?',
      questions: [
        'What made you stop at our booth?',
        'Where does the way you work today cost you most time?',
        'If you changed it, by when, and who would you talk to first?',
      ],
      objections: [
        {
          said: 'I am busy right now',
          answer: 'Sorry to disturb. I will call again: is late this afternoon or tomorrow morning better?',
        },
        {
          said: 'Just send me material',
          answer: 'Gladly. So that I send only what helps: what is the one point you care about most?',
        },
        {
          said: 'We are only looking',
          answer: 'That is fine. I can show you what firms like yours compare. No decision needed now.',
        },
      ],
      closing:
        'In 30 minutes I can show you a case close to yours. Which suits you better, {{date 1}} or {{date 2}}? Online or at your office, as you like.',
    },
    material: {
      opening:
        'Hello, this is {{caller}} from {{our company}}. Thank you for asking for our material. I am calling to see whether it arrived and whether it helps. Do you have a minute?',
      questions: [
        'What were you looking into when you asked for it?',
        'Which part would you like to know more about?',
        'If you used it, when would you start, and in which team?',
      ],
      objections: [
        {
          said: 'I have not read it yet',
          answer: 'No problem. There is one page that matters. May I explain it in thirty seconds?',
        },
        {
          said: 'I only need the price',
          answer:
            'It depends on two things: how many people, and what for. With those I can give a rough figure.',
        },
        {
          said: 'We are comparing others',
          answer: 'Please do. There are a few points worth checking. Which of them matter most to you?',
        },
      ],
      closing:
        'Some things are hard to show on paper. In 30 minutes I can fit it to your case. Which is better, {{date 1}} or {{date 2}}?',
    },
    dormant: {
      opening:
        'Hello, this is {{caller}} from {{our company}}. We exchanged cards a while ago and I have not been in touch since. I wanted to ask how things went. Do you have a minute?',
      questions: [
        'What became of the matter we talked about?',
        'What has changed since then, or what is a new problem?',
        'When would you start thinking about a change?',
      ],
      objections: [
        {
          said: 'We chose someone else',
          answer: 'I see. Is there anything you wish were better? I will call when you next review it.',
        },
        {
          said: 'We do not need it now',
          answer: 'Understood, no pressure. What would have to happen for you to look at it?',
        },
        {
          said: 'I am no longer in charge',
          answer: 'Thank you for telling me. Who is, and when is a good time to reach them?',
        },
      ],
      closing:
        'May I show you a recent case from your trade in 20 minutes? Which is better, {{date 1}} or {{date 2}}? If neither, when may I call again?',
    },
    callback: {
      opening:
        'Hello, this is {{caller}} from {{our company}}. You asked me to call back at this time. I would like to go on where we stopped. Is now all right?',
      questions: [
        'What did your colleagues say since we spoke?',
        'If you went ahead, what still worries you?',
        'Whose opinion should we hear as well?',
      ],
      objections: [
        {
          said: 'Nothing is decided yet',
          answer: 'Thank you. What is missing to decide? I will bring it next time.',
        },
        {
          said: 'No time today either',
          answer: 'Understood. It takes five minutes. Is tomorrow morning or afternoon safer?',
        },
        {
          said: 'I must ask my manager',
          answer: 'Then I will send you one page for that talk, and gladly join you for 15 minutes.',
        },
      ],
      closing:
        'With what you told me I can propose the next steps in 30 minutes. Which is better, {{date 1}} or {{date 2}}?',
    },
  },
} satisfies Translated<typeof source>;
