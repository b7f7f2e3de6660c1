CREATE TABLE `theory_pieces` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`kind` text NOT NULL,
	`on_id` text,
	`more` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theory_pieces_theory` ON `theory_pieces` (`authority_id`,`theory_id`);--> statement-breakpoint
ALTER TABLE `theories` ADD `more` text;