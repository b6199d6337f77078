export interface Warning {
	/** The path of the module that warns: `query+users`. */
	readonly module: string;
	readonly code: string;
	/** For people. */
	readonly text: string;
	/** Facts, for programs. */
	readonly data?: Readonly<Record<string, unknown>>;
}

/** Notes a warning for the answer. */
export type Warn = (warning: Warning) => void;
