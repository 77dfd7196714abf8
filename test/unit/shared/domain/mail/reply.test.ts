import { describe, expect, it } from 'vitest';
import {
  classifyReply,
  consequenceOf,
  enhancedCode,
  pauseMinutes,
  retryMinutes,
  type SmtpPhase,
} from '#shared/domain/mail/reply.ts';

describe('server replies', () => {
  const cases: [number, string, SmtpPhase, string][] = [
    [421, '421 4.3.2 Service shutting down', 'envelope', 'accountThrottle'],
    [450, '450 4.7.1 Too many messages', 'envelope', 'accountThrottle'],
    [452, '452 4.5.3 Too many recipients', 'envelope', 'accountThrottle'],
    [432, '432 4.3.2 Concurrent connections limit', 'envelope', 'accountThrottle'],
    [450, '450 4.2.0 Greylisted, try again later', 'envelope', 'retryMessage'],
    [451, '451 Temporary local problem', 'body', 'retryMessage'],
    [452, '452 4.3.1 Insufficient system storage', 'body', 'retryMessage'],
    [550, '550 5.4.5 Daily user sending quota exceeded', 'body', 'accountStop'],
    [554, '554 5.7.1 Message rejected for abuse', 'body', 'accountStop'],
    [550, '550 5.7.708 Access denied, traffic not accepted', 'body', 'accountStop'],
    [535, '535 5.7.8 Username and password not accepted', 'auth', 'auth'],
    [454, '454 4.7.0 Temporary authentication failure', 'auth', 'auth'],
    [530, '530 5.7.0 Authentication required', 'envelope', 'auth'],
    [550, '550 5.1.1 No such user here', 'envelope', 'recipientInvalid'],
    [550, '550 5.1.10 RESOLVER.ADR.RecipientNotFound', 'envelope', 'recipientInvalid'],
    [550, '550 User unknown', 'envelope', 'recipientInvalid'],
    [552, '552 5.3.4 Message too big', 'body', 'messageRefused'],
    [554, '554 5.6.0 Corrupt message content', 'body', 'messageRefused'],
    [550, '550 5.7.26 Unauthenticated email is not accepted (DMARC)', 'body', 'policy'],
    [550, '550 5.7.515 Access denied, sending domain does not meet', 'body', 'policy'],
    [554, '554 No SMTP service here', 'connect', 'accountStop'],
    [421, '421 Too many connections', 'connect', 'accountThrottle'],
  ];
  it.each(cases)('%i %s at %s is %s', (code, text, phase, expected) => {
    expect(classifyReply({ code, text, phase })).toBe(expected);
  });
  it('never blames the person for what the account did', () => {
    for (const [code, text, phase] of cases) {
      const replyClass = classifyReply({ code, text, phase });
      const { mail, account, recipientInvalid } = consequenceOf(replyClass);
      expect(account === 'go' ? mail !== 'release' : mail === 'release').toBe(true);
      expect(recipientInvalid).toBe(replyClass === 'recipientInvalid');
    }
  });
  it('is no refusal below 400', () => {
    expect(() => classifyReply({ code: 250, text: '250 ok', phase: 'body' })).toThrow(RangeError);
  });
  it('reads the enhanced code', () => {
    expect(enhancedCode('550-5.7.26 long text')).toBe('5.7.26');
    expect(enhancedCode('550 mail from 10.2.3.4 refused')).toBeNull();
  });
  it('waits longer each time', () => {
    expect([1, 2, 3, 4, 9].map(retryMinutes)).toEqual([15, 60, 240, 1440, 1440]);
    expect([1, 2, 3, 9].map(pauseMinutes)).toEqual([5, 15, 60, 60]);
  });
});
