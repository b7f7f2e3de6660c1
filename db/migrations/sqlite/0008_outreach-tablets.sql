CREATE TABLE `outreach_tablets` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`batch_id`) REFERENCES `entry_batches`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outreach_tablets_token` ON `outreach_tablets` (`token_hash`);--> statement-breakpoint
CREATE INDEX `outreach_tablets_batch` ON `outreach_tablets` (`authority_id`,`batch_id`);