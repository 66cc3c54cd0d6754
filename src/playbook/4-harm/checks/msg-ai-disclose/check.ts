import { defineCheck } from '../../../../check/define.ts';
import type { Message, MessageBlock } from '../../../../check/facts/message.ts';
import { channelsOf } from '../../messages/channel-of.ts';

const MACHINE =
  /\b(?:A\.?I\.?|KI|IA)\b|\b(?:artificial intelligence|(?:virtual|automated|digital) (?:assistant|agent|helper|advisor)|(?:chat ?)?bots?|not a (?:human|person|real person)|automated (?:system|chat|service)|künstliche intelligenz|künstlichen intelligenz|virtuelle[rn]? (?:assistent\w*|berater\w*)|kein mensch|automatisierte[rsn]?|intelligence artificielle|assistante? virtuel\w*|automatisé\w*|robot|pas un humain|inteligencia artificial|asistente virtual|automatizad[oa]|no soy una persona)\b/iu;
/** A text that tells a machine what to be, and that no customer reads. */
const INSTRUCTION =
  /^\W{0,3}(?:you are(?! (?:now )?(?:chatting|talking|speaking|writing|connected))|you['’]re(?! (?:chatting|talking|speaking))|act as|your (?:role|task|goal|job|name)|system:|du bist|sie sind|deine aufgabe|tu es|vous êtes|ton rôle|eres|usted es|tu tarea)\b/iu;
const TELLS =
  /\b(?:say|tell|introduce|disclose|begin|start|open|greet|state|mention|identify|inform|let .{1,30} know|first (?:message|reply|sentence)|sag\w*|stell\w*|begrüß\w*|beginn\w*|informier\w*|dis|présente\w*|commence\w*|indique\w*|informe\w*|di|preséntate|empieza|saluda|indica)\b/iu;
const NOT = "(?:never|do not|don['’]?t|must not|should not|avoid|nie|niemals|nicht|kein|ne|jamais|nunca|no)";
const HIDES = new RegExp(
  String.raw`\b${NOT}\b[^.!?\n]{0,60}\b(?:say|admit|reveal|disclose|mention|tell|let|verrate\w*|erwähn\w*|zugeb\w*|révèle\w*|dire|dis|reveles|digas|menciones)\b[^.!?\n]{0,60}(?:\bA\.?I\b|\bKI\b|\bIA\b|\bbots?\b|machine|automated|artificial|assistant|künstlich|artificielle?|robot|inteligencia|máquina)|\b(?:pretend|claim|insist|act as if)\b[^.!?\n]{0,40}\b(?:human|real person|a person|employee|person named)\b|\b(?:you are|i am|i['’]m) (?:a )?(?:human|real person)\b|\b(?:verrate|sage?|erwähne|ne (?:dis|révèle))\b[^.!?\n]{0,30}\b(?:nie|niemals|nicht|jamais|pas)\b[^.!?\n]{0,60}(?:\bKI\b|\bIA\b|\bbot\b|maschine|robot|artificielle)|\bgib dich als mensch|\bfais(?:-toi)? (?:passer|croire)|\bfinge ser`,
  'iu',
);

export default defineCheck({
  id: 'msg-ai-disclose',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'A machine that talks to people says so at first contact',
  appliesTo: 'all',
  requiredFor: ['assistant'],
  needs: ['card', 'messages'],
  reads: ['kind', 'channels', 'messages'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-ai-act-50-1', 'eu-ai-act-50-5', 'ours-ai-disclosed'],
  advice: {
    undisclosed: {
      what: 'Nothing tells people at first contact that they talk to a machine: it begins “{opening}”.',
      why: 'People trust, confide and argue otherwise when they believe that somebody listens.',
      instead: 'Begin with a sentence such as “I am the automated assistant of …, not a person”.',
    },
    'undisclosed-chat': {
      gravity: 'review',
      what: 'The chat begins “{opening}” and does not say whether a person or a machine writes.',
      why: 'People trust, confide and argue otherwise when they believe that somebody listens.',
      instead: 'Say who writes; where it is a machine, say so in the first sentence.',
    },
    hides: {
      what: 'The machine is told to hide what it is: “{quote}”.',
      why: 'It makes people believe that a person cares for them, and uses that belief.',
      instead: 'Take the sentence out, and have it say what it is.',
    },
  },
  run({ kind, facts, report, cannotTell }) {
    const { card } = facts.card;
    const isAssistant = kind === 'assistant';
    const talks = facts.messages.messages.filter(
      (message) => isAssistant || channelsOf(message, card).includes('chat'),
    );
    if (isAssistant && talks.length === 0) cannotTell('messages: the prompt or the greeting');
    for (const { text, at } of talks.flatMap(({ blocks }) => blocks)) {
      const hidden = HIDES.exec(text);
      if (hidden === null) continue;
      const evidence = [
        { type: 'text', at: at(hidden.index, hidden.index + hidden[0].length), quote: hidden[0] },
      ] as const;
      report({ advice: 'hides', with: { quote: hidden[0] }, evidence });
    }
    const [first] = talks;
    if (first === undefined || talks.some(discloses)) return;
    const [opening] = first.blocks;
    const quote = (opening?.text ?? '').slice(0, 80);
    const evidence = [{ type: 'text', at: opening?.at(0, quote.length) ?? first.whole, quote }] as const;
    report({ advice: isAssistant ? 'undisclosed' : 'undisclosed-chat', with: { opening: quote }, evidence });
  },
});

/** A greeting that names the machine, or a prompt that has it named to people. */
function discloses({ blocks }: Message): boolean {
  const prompted = blocks.some(({ text }) => INSTRUCTION.test(text));
  const says = ({ text }: MessageBlock): boolean => MACHINE.test(text) && !HIDES.test(text);
  return blocks.some((block) => says(block) && (!prompted || !isPartOfPrompt(block) || tellsSo(block.text)));
}

/** In a file with a prompt, plain text belongs to it, but for what is marked as heading, subject or button. */
const isPartOfPrompt = ({ role, text }: MessageBlock): boolean =>
  role === 'body' && (INSTRUCTION.test(text) || !FIRST_PERSON.test(text));
const FIRST_PERSON = /\b(?:I['’]m|I am|ich bin|je suis|soy)\b/iu;

/** A sentence that both asks to tell and names the machine. */
const tellsSo = (text: string): boolean =>
  text.split(/(?<=[.!?])\s/).some((sentence, index, all) => {
    const pair = `${sentence} ${all[index + 1] ?? ''}`;
    return (
      (TELLS.test(sentence) && MACHINE.test(sentence)) ||
      (MACHINE.test(sentence) && TELLS.test(pair) && /\b(?:so|this|it|das|es|le|lo)\b/iu.test(pair))
    );
  });
