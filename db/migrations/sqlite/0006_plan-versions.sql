CREATE TABLE `plan_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`line_id` text,
	`line_title` text DEFAULT '' NOT NULL,
	`words` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`settled_name` text DEFAULT '' NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `plan_comments_programme` ON `plan_comments` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `plan_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`frozen` text NOT NULL,
	`digest` text NOT NULL,
	`put_up_by` text NOT NULL,
	`put_up_name` text NOT NULL,
	`put_up_at` integer NOT NULL,
	`decided_name` text DEFAULT '' NOT NULL,
	`decided_at` integer,
	`words` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_versions_number` ON `plan_versions` (`authority_id`,`programme_id`,`number`);--> statement-breakpoint
CREATE INDEX `plan_versions_digest` ON `plan_versions` (`digest`);