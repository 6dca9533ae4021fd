# The surroundings publish GET /orders, and nothing that takes a POST.
