interface WindowOptions {
	readonly title: string;
	readonly actions: ReadonlyArray<{ action: string; label: string; flags: string | string[] }>;
}

interface MenuOption {
	getData(): string;
}

/** The part of OOUI that is used here. */
export interface Ooui {
	confirm(text: string, options: WindowOptions): PromiseLike<boolean>;
	alert(text: JQuery, options: WindowOptions): PromiseLike<unknown>;
	/** Gives what was typed; `null` where the dialog was closed. */
	prompt(text: string, options: WindowOptions): PromiseLike<string | null>;
	readonly MenuOptionWidget: new (config: { data: string; label: string }) => MenuOption;
	readonly ButtonMenuSelectWidget: new (config: {
		icon: string;
		label: string;
		invisibleLabel: true;
		framed: boolean;
		menu: { horizontalPosition: 'end'; items: readonly MenuOption[] };
	}) => {
		readonly $element: JQuery;
		getMenu(): { on(event: 'choose', choose: (option: MenuOption) => void): void };
	};
}

declare global {
	/** OOUI's own global. */
	const OO: { readonly ui: Ooui };
}
