FROM registry.example.com/app:1
