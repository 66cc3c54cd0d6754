/**
 * Every Problem code with its meaning. docs/problems.md is made from this table, and a test looks for a place that
 * raises each code. A face maps codes to exit statuses and HTTP statuses; nothing here knows of either.
 */
export const PROBLEMS = {
  'usage.invalid': 'The command line asks for something that the command does not take.',
  'workspace.not-found': 'The folder has no scruple.yaml, so it is no workspace.',
  'workspace.exists': 'A workspace is to be started where one of its files exists already.',
  'workspace.unreadable': 'A folder or file of the workspace could not be read.',
  'file.missing': 'A file that is referred to does not exist.',
  'file.outside': 'A path or link leads out of the workspace.',
  'file.too-large': 'A file is larger than the limit for its kind.',
  'file.binary': 'A file that should be text is not.',
  'file.encoding': 'A text file is in no encoding that is understood (UTF-8, UTF-16 with a byte order mark).',
  'file.unknown-kind': 'The ending of a file names no format that is understood.',
  'yaml.invalid': 'A YAML file cannot be parsed.',
  'yaml.too-deep': 'A YAML file nests deeper, or expands its aliases further, than the limit.',
  'yaml.duplicate-key': 'A YAML mapping names the same key twice.',
  'config.unknown-key': 'A workspace file has a key that is not in its schema.',
  'config.invalid-value': 'A workspace file has a value that its schema does not allow.',
  'config.missing-key': 'A workspace file lacks a key that its schema requires.',
  'card.unknown-key': 'A use card has a key that is not in the card schema.',
  'card.invalid-value': 'A use card has a value that the card schema does not allow.',
  'card.missing-key': 'A use card lacks a key without which it cannot be read.',
  'card.id-differs': 'The id of a use card differs from the name of its folder.',
  'card.unknown-purpose': 'A purpose is neither a data use of the taxonomy nor declared in scruple.yaml.',
  'card.unknown-field': 'A card names a field that the data map does not have.',
  'card.unknown-fact': 'A claim names a fact that facts.yaml does not have.',
  'card.unknown-use': 'A use is named that the workspace does not have.',
  'datamap.duplicate-field': 'Two data map entries describe the same field.',
  'datamap.unknown-category': 'A data category is neither in the taxonomy nor a sensitive category code.',
  'datamap.unknown-field': 'An entry is derived from a field that the data map does not have.',
  'boundary.invalid': 'A Cedar policy cannot be parsed or does not fit the schema.',
  'boundary.missing-id': 'A Cedar policy has no @id annotation.',
  'boundary.duplicate-id': 'Two Cedar policies carry the same @id.',
  'boundary.unknown-norm': 'A Cedar policy cites a norm that the norms table does not have.',
  'waiver.unknown-check': 'A waiver names a check that does not exist.',
  'waiver.unknown-use': 'A waiver names a use that does not exist.',
  'segment.invalid': 'A segment definition cannot be parsed.',
  'segment.unreadable-by-two':
    'Two parsers read a segment definition differently, so neither reading is trusted.',
  'message.invalid': 'A message template cannot be parsed.',
  'model.invalid': 'A model file cannot be read.',
  'fact.not-allowed': 'A named fact asks something that the workspace may not ask.',
  'fact.invalid':
    'A named fact is declared wrongly: its query reads no table, or its answer has the wrong shape.',
  'fact.unreachable': 'What a named fact asks did not answer in time.',
  'warehouse.unknown': 'A warehouse is named that scruple.yaml does not declare.',
  'warehouse.unavailable': 'A warehouse could not be opened, or did not answer within the limit.',
  'audit.unreadable':
    'The decisions of a bias audit cannot be read: the file is cut, ragged or holds what is no number.',
  'audit.unknown-column': 'A bias audit names a column that its file or table does not have.',
  'audit.no-decisions': 'A bias audit found no row that holds a decision.',
  'audit.too-many-groups':
    'A bias audit groups people by an identifier, or by so much that the counts cannot be held.',
  'audit.invalid-weight':
    'The weights of a bias audit are negative, or are no counts where counts were declared.',
  'audit.duplicate-id':
    'A pseudonym stands for more than one row of a bias audit, so that people would count twice.',
  'audit.too-near':
    'An audit over a vault differs from an earlier one in so few people that the difference would show their attributes.',
  'audit.log-unwritable':
    'The log of a vault cannot be read or written, so the vault stays closed.',
  'audit.ground-missing':
    'A protected attribute has no recorded ground, source, date or retention, so the audit may not read it.',
  'git.unavailable': 'The history was asked for, but there is no git repository or the revision is unknown.',
  'key.exists': 'A key is to be made where a file exists already.',
  'key.unreadable': 'A private key cannot be read, is none, or can be read by others than its owner.',
  'trust.invalid': 'Trust roots cannot be read, or name a key by the name of another.',
  'signature.unreadable': 'A signed document has not the form of its kind.',
  'signature.not-canonical': 'A signed document is spelled otherwise than it was signed.',
  'signature.invalid': 'A signature does not fit: the document was changed after it was signed.',
  'signature.unknown-key': 'A document is signed with a key that the trust roots do not let sign it.',
  'signature.key-revoked': 'A document is signed with a key that was revoked.',
  'signature.key-not-valid-then': 'A document carries a time at which its key was not in force.',
  'people.not-allowed': 'Somebody asks for what their roles, or their place beside the use, do not allow.',
  'people.incompatible-roles': 'One account is to hold roles that do not go together.',
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
