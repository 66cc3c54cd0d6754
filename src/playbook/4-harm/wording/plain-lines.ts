/**
 * Whole lines that only refuse, name a price or a discount, offer, or ask to act. Beside pressure they are common in
 * shops, so that a classifier learns to suspect them; by themselves they press nobody.
 */
const PLAIN: readonly RegExp[] = [
  /^\W{0,3}(?:no|nope|nah)?[,.! ]{0,3}(?:thanks?|thank you)?[,.! -]{0,3}(?:maybe (?:later|another time)|not (?:now|today|interested)|i(?:'m| am) not interested|i(?:'ll| will) (?:shop|buy|decide|look|do (?:it|this)|come back) later|continue(?: (?:to site|shopping|without (?:it|this)))?|close|i already have (?:one|it|an account)|i (?:don't|do not) (?:want|need) (?:to (?:receive|get) )?(?:any |your |the |more )?(?:e-?mails?|updates|newsletters?|messages|texts|sms|calls|account))?\W{0,3}$/,
  /^(?:(?:get|save|take|enjoy|receive|up to|extra|an?|here's|with|now|and|your|offer:) ){0,4}[$€£]? ?\d[\d.,]*(?: ?%)? ?(?:off|discount)?(?: (?:everything|sitewide|all (?:orders|items)|(?:on |off )?(?:your|the|a|all|our)(?: \w{1,14}){1,3}))?\W{0,3}$/,
  /^(?:our |today's |new |see (?:our |all )?|more |all )?(?:special|exclusive)? ?(?:offers?|deals?|discounts?|savings|promotions?|sales?)\W{0,3}$/,
  /^(?:shop|order|buy|book|browse|upgrade|subscribe|donate|register|start|view|see|read|learn|discover|explore|try|join|download|add)(?: (?:now|today|here|more|it|us|online|all|our|the|your|my|to|cart|basket|bag|account|free|offers?|deals?|sale|plans?|order|collection|subscription|a|gift)){0,5}\W{0,3}$/,
];

/** Whether a normalised text is such a line and nothing else. */
export const isPlainLine = (text: string): boolean =>
  text.length <= 80 && PLAIN.some((pattern) => pattern.test(text));
