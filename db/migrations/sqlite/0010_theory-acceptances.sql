CREATE TABLE `theory_acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`finding_key` text NOT NULL,
	`message` text NOT NULL,
	`because` text NOT NULL,
	`person_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `theory_acceptances_once` ON `theory_acceptances` (`authority_id`,`theory_id`,`finding_key`);