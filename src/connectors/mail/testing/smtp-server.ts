import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';

/** How a mail server behaves, or misbehaves. */
export interface SmtpManners {
  /** Answers to a command, by its first word, instead of a good one; `null` ends the connection. */
  readonly answers?: Readonly<Record<string, string | null>>;
  /** From the first byte, or by STARTTLS; `none` offers no encryption. */
  readonly tls?: 'first' | 'starttls' | 'none';
  readonly certificate?: { readonly key: string; readonly cert: string };
  /** `then drips` greets, and from then on sends a byte now and then and never a whole line. */
  readonly greets?: 'at once' | 'never' | 'then drips';
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly wasEncrypted: boolean;
}

const GOOD: Readonly<Record<string, string>> = {
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  '.': '250 taken',
  AUTH: '235 welcome',
  RSET: '250 ok',
  QUIT: '221 bye',
};

/** A mail server of a test (RFC 5321) on the loopback, and everything that it was told. */
export class SmtpServer {
  manners: SmtpManners = {};
  readonly mails: ReceivedMail[] = [];
  /** Every line of the client, `tls:` before it where it came encrypted. */
  readonly heard: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(manners: SmtpManners) {
    this.manners = manners;
    const isTls = manners.tls === 'first';
    this.#server = isTls ? createTlsServer({ ...manners.certificate }) : createServer();
    this.#server.on(isTls ? 'secureConnection' : 'connection', (socket: Socket) => this.#meet(socket));
    this.#server.on('tlsClientError', () => {});
  }

  static async start(manners: SmtpManners = {}): Promise<SmtpServer> {
    const server = new SmtpServer(manners);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #meet(socket: Socket): void {
    this.#keep(socket);
    const { greets = 'at once' } = this.manners;
    if (greets === 'never') return;
    socket.write('220 mail.test ready\r\n');
    if (greets === 'at once') this.#listen(socket);
    else {
      const timer = setInterval(() => void socket.write('2'), 30);
      socket.on('close', () => clearInterval(timer)).resume();
    }
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #listen(socket: Socket): void {
    const isEncrypted = socket instanceof TLSSocket;
    let [rest, from, body] = ['', '', null as string[] | null];
    let to: string[] = [];
    const say = (text: string): void => void socket.write(`${text}\r\n`);
    const line = (text: string): void => {
      if (body !== null && text !== '.') {
        body.push(text);
        return;
      }
      this.heard.push(`${isEncrypted ? 'tls:' : ''}${text}`);
      const command = text === '.' ? '.' : (text.split(' ')[0] ?? '').toUpperCase();
      const answer = this.manners.answers?.[command];
      if (command === '.') {
        if (answer === undefined)
          this.mails.push({ from, to, text: (body ?? []).join('\n'), wasEncrypted: isEncrypted });
        [body, to] = [null, []];
      }
      if (answer === null) socket.destroy();
      else if (answer !== undefined) say(answer);
      else if (command === 'EHLO') say(this.#offers(isEncrypted));
      else if (command === 'STARTTLS' && this.manners.tls === 'starttls') this.#encrypt(socket);
      else {
        if (command === 'MAIL') from = text;
        if (command === 'RCPT') to = [...to, text];
        if (command === 'DATA') body = [];
        say(GOOD[command] ?? '500 what?');
      }
    };
    socket.setEncoding('latin1').on('data', (piece: string) => {
      const lines = (rest + piece).split('\r\n');
      rest = lines.pop()!;
      for (const one of lines) line(one);
    });
  }

  #offers(isEncrypted: boolean): string {
    const { tls = 'none' } = this.manners;
    return [
      '250-mail.test',
      ...(tls === 'starttls' && !isEncrypted ? ['250-STARTTLS'] : []),
      '250-AUTH PLAIN',
      '250 8BITMIME',
    ].join('\r\n');
  }

  #encrypt(socket: Socket): void {
    socket.removeAllListeners('data');
    socket.write('220 go on\r\n', () => {
      const secure = new TLSSocket(socket, { isServer: true, ...this.manners.certificate });
      this.#keep(secure);
      this.#listen(secure);
    });
  }
}
