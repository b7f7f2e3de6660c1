CREATE TABLE `theory_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`name` text NOT NULL,
	`sequence` integer NOT NULL,
	`note` text NOT NULL,
	`made_by` text NOT NULL,
	`at` integer NOT NULL,
	`content` text NOT NULL,
	`code` text,
	`published_at` integer,
	`published_by` text DEFAULT '' NOT NULL,
	`public_content` text,
	`comment` text DEFAULT '' NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theory_versions_theory` ON `theory_versions` (`authority_id`,`theory_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `theory_versions_code` ON `theory_versions` (`code`);--> statement-breakpoint
ALTER TABLE `theory_operations` ADD `batch` text;