ALTER TABLE "personal_links" ADD COLUMN "about" json;--> statement-breakpoint
ALTER TABLE "personal_links" ADD COLUMN "ends_earlier" boolean DEFAULT false NOT NULL;