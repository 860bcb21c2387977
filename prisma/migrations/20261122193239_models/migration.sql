-- CreateTable
CREATE TABLE "model_provider" (
    "name" TEXT NOT NULL,
    "protocol" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "encrypted_key" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_provider_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "model_fact" (
    "model" TEXT NOT NULL,
    "context_tokens" INTEGER,
    "price" JSONB,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_fact_pkey" PRIMARY KEY ("model")
);

-- CreateTable
CREATE TABLE "provider_pause" (
    "provider" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_pause_pkey" PRIMARY KEY ("provider")
);
