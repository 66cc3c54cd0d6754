/** A text in which no address of a database shows who signs in, with which password, or any other of its settings. */
export const withoutSecrets = (text: string): string =>
  text.replace(/(\bpostgres(?:ql)?:\/\/)([^\s`]*)/gi, (_, scheme: string, rest: string) => {
    const place = rest.replace(/[?#].*$/s, '');
    return scheme + place.slice(place.lastIndexOf('@') + 1);
  });
