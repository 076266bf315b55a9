// SMTP servers for one test run. Each line of the input starts one: {"id", "script"}. Says which port it got, then each
// mail that it has whole, before it answers. Ends when the run that holds its input ends.
const { SMTPServer } = require('smtp-server');
const readline = require('node:readline');

const say = message => process.stdout.write(JSON.stringify(message) + '\n');

// "450 4.2.0 Not now" as the library's error; nothing for a yes.
function refusal(reply) {
  if (!reply || reply.startsWith('2')) return undefined;
  const error = new Error(reply.slice(4));
  error.responseCode = Number(reply.slice(0, 3));
  return error;
}

function start({ id, script }) {
  let count = 0;
  let mails = 0;
  let atOnce = 0;
  const hangUp = session => [...server.connections].find(c => c.id === session.id)._socket.destroy();
  // A step's script is one answer for all, or a list of answers, the last for all that follow.
  const next = (step, list = script[step]) => (Array.isArray(list) ? (list.length > 1 ? list.shift() : list[0]) : list);
  const answer = (reply, session, done, value) => {
    if (reply === 'hang up') hangUp(session);
    else if (reply === 'say nothing') return;
    else done(refusal(reply), value);
  };
  const server = new SMTPServer({
    logger: false,
    size: 1024 * 1024,
    authOptional: !script.password,
    allowInsecureAuth: script.plain === true,
    authMethods: script.authMethods ?? ['PLAIN', 'LOGIN'],
    disabledCommands: [...(script.plain ? ['STARTTLS'] : []), ...(script.password ? [] : ['AUTH'])],
    onConnect(session, done) {
      say({ id, connection: ++count });
      answer(next('greeting'), session, done);
    },
    onAuth: (auth, session, done) =>
      auth.password === script.password ? done(null, { user: auth.username }) : done(new Error('Who are you?')),
    onMailFrom(address, session, done) {
      atOnce = Math.max(atOnce, ++mails);
      answer(next('from'), session, done);
    },
    onRcptTo: (address, session, done) =>
      answer(script.to?.[address.address.toLowerCase()] ?? script.to?.['*'], session, done),
    onData(stream, session, done) {
      if (script.data === 'hang up before the end') return hangUp(session);
      const chunks = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', () => {
        const { envelope } = session;
        say({
          id,
          mail: Buffer.concat(chunks).toString('base64'),
          from: envelope.mailFrom.address,
          to: envelope.rcptTo.map(r => r.address),
          user: session.user || null,
          tls: session.secure,
          atOnce,
          helo: session.hostNameAppearsAs,
        });
        mails--;
        answer(next('end'), session, done);
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1', () => say({ id, port: server.server.address().port }));
}

readline.createInterface({ input: process.stdin }).on('line', line => start(JSON.parse(line))).on('close', () => process.exit());
