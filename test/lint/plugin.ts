/** The parts of a syntax node the rule reads. */
interface Call {
  callee: { name?: string };
  arguments: unknown[];
}

interface RuleContext {
  report(problem: { node: unknown; message: string }): void;
}

/** Rules of this house that the linter has no built-in for. */
const plugin = {
  meta: { name: 'dosen' },
  rules: {
    /** `new Date()` and `Date()` read the clock of the machine; `new Date(value)` only converts. */
    'no-current-date': {
      create: (context: RuleContext) => {
        const check = (node: Call): void => {
          if (node.callee.name === 'Date' && node.arguments.length === 0)
            context.report({ node, message: 'Date() reads the clock; take the instant as a parameter' });
        };
        return { NewExpression: check, CallExpression: check };
      },
    },
  },
};

export default plugin;
