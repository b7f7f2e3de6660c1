CREATE TABLE `coding_readings` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`digest` text NOT NULL,
	`read_at` integer NOT NULL,
	`read_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coding_readings_once` ON `coding_readings` (`authority_id`,`programme_id`,`source_kind`,`source_id`,`question`);--> statement-breakpoint
CREATE INDEX `coding_readings_source` ON `coding_readings` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `quotes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`words` text NOT NULL,
	`chosen_at` integer NOT NULL,
	`chosen_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `quotes_theme` ON `quotes` (`authority_id`,`theme_id`);--> statement-breakpoint
CREATE INDEX `quotes_source` ON `quotes` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `redactions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`words` text NOT NULL,
	`digest` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redactions_once` ON `redactions` (`authority_id`,`programme_id`,`source_kind`,`source_id`,`question`);--> statement-breakpoint
CREATE INDEX `redactions_source` ON `redactions` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `second_items` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`sample_id` text NOT NULL,
	`position` integer NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`digest` text NOT NULL,
	`first_themes` text NOT NULL,
	`second_themes` text,
	`agreed_themes` text,
	`agreed_at` integer,
	`agreed_by` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sample_id`) REFERENCES `second_samples`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `second_items_sample` ON `second_items` (`authority_id`,`sample_id`,`position`);--> statement-breakpoint
CREATE INDEX `second_items_source` ON `second_items` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `second_samples` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`seed` integer NOT NULL,
	`themes` text NOT NULL,
	`coder_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `second_samples_programme` ON `second_samples` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `theme_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`what` text NOT NULL,
	`sentence` text NOT NULL,
	`inverse` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theme_changes_programme` ON `theme_changes` (`authority_id`,`programme_id`,`at`);--> statement-breakpoint
CREATE TABLE `need_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`need_id` text NOT NULL,
	`what` text NOT NULL,
	`fields` text NOT NULL,
	`kept` text,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `need_changes_programme` ON `need_changes` (`authority_id`,`programme_id`,`need_id`);--> statement-breakpoint
CREATE TABLE `need_scores` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`need_id` text NOT NULL,
	`criterion` text NOT NULL,
	`score` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_scores_once` ON `need_scores` (`authority_id`,`need_id`,`criterion`);--> statement-breakpoint
CREATE INDEX `need_scores_programme` ON `need_scores` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `priority_rules` (
	`programme_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`weights` text NOT NULL,
	`high_from` integer NOT NULL,
	`medium_from` integer NOT NULL,
	`reason` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `needs` ADD `priority_by` text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE `themes` ADD `parent_id` text;--> statement-breakpoint
ALTER TABLE `themes` ADD `example` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `themes` ADD `is_not` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `themes` ADD `notes` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `themes` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `themes` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `thread_links` ADD `against` integer DEFAULT false NOT NULL;