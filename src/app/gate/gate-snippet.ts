/** What the command line and the console show of snippets. */
export {
  type LiquidSnippet,
  liquidSnippet as gateSnippet,
  type SnippetOrder,
  type SnippetSystem,
} from '../../gate/snippets/liquid-snippet.ts';
