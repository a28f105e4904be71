'use strict';

const given = new URLSearchParams(location.hash.slice(1));
const element = (id) => document.getElementById(id);
const isId = (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '');
const isTime = (text) => /^[0-9]{1,15}$/.test(text ?? '');
const isToken = (text) => /^[A-Za-z0-9_-]{43}$/.test(text ?? '');
const say = (text) => { element('status').textContent = text; };

/** A fresh key for this page: pressing the button twice is one wish. */
const once = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function post(button, path, body, done, refused) {
  element(button).disabled = true;
  say('One moment.');
  try {
    const answer = await fetch(new URL(path, document.baseURI), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${once}"` },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
    });
    if (answer.ok) {
      element(button).closest('section').querySelectorAll(':not(h1)').forEach((asked) => { asked.hidden = true; });
      say(done);
      return;
    }
    const later = answer.status === 429 || answer.status >= 500;
    say(later ? 'That did not work. Please try again in a minute.' : refused);
    element(button).disabled = !later;
  } catch {
    say('The service cannot be reached. Please try again in a minute.');
    element(button).disabled = false;
  }
}

const confirmMailbox = (account, token) => post(
  'confirm',
  `v1/accounts/${account}/mailbox/verify`,
  { token },
  'Thank you. This mailbox is confirmed; you can close this page.',
  'This link was used before or is too old. If you still need one, ask for a new mail where you registered.');

const stopReset = (recovery, token) => post(
  'stop',
  `v1/recoveries/${recovery}/veto`,
  { token },
  'It is stopped: your account stays as it is. Change your password now and secure your mailbox, for somebody may know both.',
  'There is nothing to stop any more. Look at your latest mail about it.');

const freeze = (account, notice, at, token) => post(
  'freeze',
  `v1/accounts/${account}/not-me`,
  { notice, at, token },
  'Every way of recovery is closed and every session has ended. Our security team knows. Sign in with your second factor to undo it, or write to us.',
  'This link was used before or is too old. Look at your latest mail about it.');

const reportLoss = (account, token, lost) => post(
  'report',
  `v1/accounts/${account}/loss`,
  { token, lost },
  'It is suspended and counts for nothing. Sign in with a backup code to remove it, or to take this back.',
  'This link was used before or is too old, or you took such a report back today. If you still need a link, ask for a new mail.');

function reportWhatIsMarked(account, token) {
  const lost = ['authenticators', 'devices'].filter((thing) => element(thing).checked);
  return lost.length === 0 ? say('Mark what is lost.') : reportLoss(account, token, lost);
}

function showRecoveryCode(token) {
  element('token').textContent = token;
  element('shown').hidden = false;
  element('show').hidden = true;
}

async function copyRecoveryCode(token) {
  try {
    await navigator.clipboard.writeText(token);
    say('Copied.');
  } catch {
    getSelection().selectAllChildren(element('token'));
    say('Press Ctrl+C or ⌘C to copy.');
  }
}

function begin() {
  const kind = given.get('k');
  const token = given.get('t');
  history.replaceState(null, '', location.pathname);
  if (kind === 'mailbox' && isId(given.get('a')) && isToken(token)) {
    element('confirm').addEventListener('click', () => confirmMailbox(given.get('a'), token));
    element('mailbox').hidden = false;
  } else if (kind === 'recovery' && isId(given.get('r')) && isToken(token)) {
    element('show').addEventListener('click', () => showRecoveryCode(token));
    element('copy').addEventListener('click', () => copyRecoveryCode(token));
    element('recovery').hidden = false;
  } else if (kind === 'choose' && isId(given.get('r')) && isToken(token)) {
    const code = `${given.get('r')}.${token}`;
    element('show').addEventListener('click', () => showRecoveryCode(code));
    element('copy').addEventListener('click', () => copyRecoveryCode(code));
    element('began').hidden = true;
    element('unbegun').hidden = true;
    element('helped').hidden = false;
    element('unasked').hidden = false;
    element('recovery').hidden = false;
  } else if (kind === 'veto' && isId(given.get('r')) && isToken(token)) {
    element('stop').addEventListener('click', () => stopReset(given.get('r'), token));
    element('veto').hidden = false;
  } else if (kind === 'notme' && isId(given.get('a')) && isId(given.get('n')) && isTime(given.get('w')) && isToken(token)) {
    element('freeze').addEventListener('click', () => freeze(given.get('a'), given.get('n'), Number(given.get('w')), token));
    element('notme').hidden = false;
  } else if (kind === 'lost' && isId(given.get('a')) && isToken(token)) {
    element('report').addEventListener('click', () => reportWhatIsMarked(given.get('a'), token));
    element('lost').hidden = false;
  } else {
    element('broken').hidden = false;
  }
}

begin();
